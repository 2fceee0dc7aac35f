import { formatDateTime } from '#app/components/ui/format.ts'

const WORDS: Record<string, string> = {
  apply: 'Candidature reçue',
  see: 'Lue',
  start: 'À l’étude',
  interview: 'Entretien proposé',
  hold: 'Mise en attente',
  pool: 'Gardée pour plus tard',
  hire: 'Retenue',
  refuse: 'Pas retenue',
  withdraw: 'Retirée par la personne',
  obsolete: 'La personne a été prise ailleurs',
  close_unanswered: 'Fermée sans réponse',
}

/** What happened to an application, told to the organisation. `at` are ISO instants, oldest first. */
export function ApplicantHistory({ lines }: { lines: { action: string; at: string }[] }) {
  return (
    <ol className="rows">
      {lines.map(({ action, at }) => (
        <li key={`${action} ${at}`} className="row">
          <span>{WORDS[action] ?? 'Candidature changée'}</span>
          <time className="muted small" dateTime={at}>
            {formatDateTime(at)}
          </time>
        </li>
      ))}
    </ol>
  )
}
