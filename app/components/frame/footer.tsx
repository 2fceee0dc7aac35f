import { keepTogether } from '#app/components/ui/format.ts'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import type { Frame } from './frame-data.ts'
import { footerLinks } from './navigation.ts'

type Props = { territory: Frame['territory'] | null; isSignedIn: boolean }

/** Help once more, and the pages that say how the platform works. */
export function Footer({ territory, isSignedIn }: Props) {
  return (
    <footer className="footer">
      <div className="footer-inner">
        {territory ? (
          <div>
            <p>
              <strong>{territory.name}</strong>
            </p>
            <PhoneLink phone={territory.helpPhone} display={territory.helpPhoneDisplay} />
            <p className="small muted">{keepTogether(territory.helpHours)}</p>
          </div>
        ) : null}
        <nav aria-label="Bas de page">
          <ul className="footer-links">
            {footerLinks(isSignedIn).map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
