import { Icon } from '#app/components/ui/icon.tsx'

/** Reasons in sentences, at most five, without a number: for the candidate. */
export function ReasonList({ sentences }: { sentences: string[] }) {
  return (
    <ul className="marked-list">
      {sentences.slice(0, 5).map((sentence) => (
        <li key={sentence}>
          <Icon name="check" />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}
