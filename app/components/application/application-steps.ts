import { formatDateTime, formatDay } from '#app/components/ui/format.ts'
import type { Step } from '#app/components/ui/step-line.tsx'
import type { ApplicationState } from '#app/domain/application.ts'

type Instant = string | Date
export type ApplicationProgress = {
  state: ApplicationState
  sentAt: Instant
  /** When the present state began. */
  changedAt: Instant
  /** ISO date before which an answer is promised. */
  promisedOn: string
  interviewAt: Instant | null
  /** The reason in words, when the organisation shares it. */
  refusalReason: string | null
}

/** Where each state stands on the line: envoyée, lue, entretien, réponse. */
const PLACE: Record<ApplicationState, 0 | 1 | 2 | 3> = {
  sent: 0,
  seen: 1,
  in_progress: 1,
  on_hold: 1,
  pool: 1,
  interview: 2,
  hired: 3,
  refused: 3,
  withdrawn: 3,
  obsolete: 3,
  unanswered: 3,
}

const ENDINGS: Partial<Record<ApplicationState, string>> = {
  hired: 'Retenue',
  refused: 'Pas retenue',
  withdrawn: 'Retirée',
  obsolete: 'Arrêtée',
  unanswered: 'Sans réponse',
}

/** The sentence that says where an application stands and what happens next. */
export function applicationSentence(progress: ApplicationProgress): string {
  const changed = formatDay(progress.changedAt)
  const promise = `Réponse promise avant le ${formatDay(progress.promisedOn)}.`
  switch (progress.state) {
    case 'sent':
      return `Votre candidature : envoyée le ${formatDay(progress.sentAt)}. ${promise}`
    case 'seen':
      return `Votre candidature a été lue le ${changed}. ${promise}`
    case 'in_progress':
      return `Votre candidature est à l’étude depuis le ${changed}. ${promise}`
    case 'interview':
      return progress.interviewAt
        ? `Vous avez un entretien le ${formatDateTime(progress.interviewAt)}.`
        : 'On vous propose un entretien. La structure vous appelle pour fixer le jour.'
    case 'on_hold':
      return `Votre candidature est en attente depuis le ${changed}. ${promise}`
    case 'pool':
      return 'La structure garde votre candidature pour plus tard. Vous n’avez rien à faire.'
    case 'hired':
      return 'Bonne nouvelle : la structure a dit oui. Elle vous appelle pour la suite.'
    case 'refused':
      return progress.refusalReason
        ? `Votre candidature n’est pas retenue. La raison : ${lowerFirst(progress.refusalReason)}.`
        : 'Votre candidature n’est pas retenue cette fois.'
    case 'withdrawn':
      return `Vous avez retiré votre candidature le ${changed}.`
    case 'obsolete':
      return 'Vous avez une place ailleurs : cette candidature s’arrête là.'
    case 'unanswered':
      return 'La structure n’a pas répondu. Nous lui avons écrit et nous avons fermé votre candidature.'
  }
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** The steps of an application, the present one marked and dated. */
export function applicationSteps({ state, sentAt, changedAt, interviewAt }: ApplicationProgress): Step[] {
  const place = PLACE[state]
  const isOver = place === 3
  const at = (index: number): Step['state'] => (index < place ? 'done' : index === place ? 'current' : 'todo')
  const steps: Step[] = [
    { label: 'Envoyée', state: at(0), date: sentAt },
    { label: 'Lue', state: at(1), date: place === 1 ? changedAt : null },
    { label: 'Entretien', state: at(2), date: interviewAt },
  ]
  const ending: Step = {
    label: ENDINGS[state] ?? 'Réponse',
    state: isOver ? (state === 'hired' ? 'done' : 'stopped') : 'todo',
    date: isOver ? changedAt : null,
  }
  // What did not happen before an ending is not shown as done.
  const past = isOver ? steps.filter(({ date }) => date) : steps
  return [...past, ending]
}
