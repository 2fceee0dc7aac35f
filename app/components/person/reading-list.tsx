import { formatDateTime } from '#app/components/ui/format.ts'

type Reading = { who: string; what: string; at: string; hadReason: boolean }

/** Who saw a profile, told to the person, newest first. */
export function ReadingList({ readings }: { readings: Reading[] }) {
  return (
    <ol className="plain-list stack">
      {readings.map(({ who, what, at, hadReason }) => (
        <li key={`${who}${what}${at}`} className="card">
          <p>
            <strong>{who}</strong> {what}.
          </p>
          {hadReason ? <p>Cette personne ne vous suit pas d’habitude. Elle a dû écrire pourquoi.</p> : null}
          <p className="muted">
            Le <time dateTime={at}>{formatDateTime(at)}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}
