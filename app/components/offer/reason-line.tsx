import { Icon } from '#app/components/ui/icon.tsx'

/** Why this offer is shown to this person, in a sentence or two. */
export function ReasonLine({ children }: { children: string }) {
  return (
    <p className="reason-line">
      <Icon name="check" size={18} />
      <span>{children}</span>
    </p>
  )
}
