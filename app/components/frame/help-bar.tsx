import { keepTogether } from '#app/components/ui/format.ts'
import { Icon } from '#app/components/ui/icon.tsx'
import type { Frame } from './frame-data.ts'

/** The help number, on every page. */
export function HelpBar({ territory }: { territory: Frame['territory'] }) {
  return (
    <aside className="help-bar" aria-label="Aide par téléphone">
      <div className="help-bar-inner">
        <span className="help-question">Besoin d’aide ?</span>
        <a href={`tel:${territory.helpPhone}`}>
          <Icon name="phone" size={18} />
          {territory.helpPhoneDisplay}
        </a>
        <span className="help-hours">{keepTogether(territory.helpHours)}</span>
      </div>
    </aside>
  )
}
