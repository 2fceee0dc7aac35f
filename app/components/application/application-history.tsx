import { formatDateTime } from '#app/components/ui/format.ts'

const WORDS: Record<string, string> = {
  apply: 'Vous avez postulé.',
  see: 'La structure a lu votre candidature.',
  start: 'La structure étudie votre candidature.',
  interview: 'La structure vous propose un entretien.',
  hold: 'La structure vous demande d’attendre.',
  pool: 'La structure garde votre candidature pour plus tard.',
  hire: 'La structure a dit oui.',
  refuse: 'La structure n’a pas retenu votre candidature.',
  withdraw: 'Vous avez retiré votre candidature.',
  obsolete: 'Vous avez une place ailleurs.',
  close_unanswered: 'Sans réponse de la structure, nous avons fermé la candidature.',
}

/** What happened, told to the candidate. `at` are ISO instants, oldest first. */
export function ApplicationHistory({ lines }: { lines: { action: string; at: string }[] }) {
  return (
    <ol className="plain-list stack-tight">
      {lines.map(({ action, at }) => (
        <li key={`${action} ${at}`} className="spread">
          <span>{WORDS[action] ?? 'La candidature a changé.'}</span>
          <time className="muted small" dateTime={at}>
            {formatDateTime(at)}
          </time>
        </li>
      ))}
    </ol>
  )
}
