import { Badge } from '#app/components/ui/badge.tsx'
import { formatDateTime, formatDay } from '#app/components/ui/format.ts'
import { APPLICATION_STATE_LABELS } from '#app/domain/application.labels.ts'
import type { ApplicationState } from '#app/domain/application.ts'
import { lateness } from './lateness.ts'

export type Applicant = {
  id: string
  name: string
  communeName: string
  state: ApplicationState
  isOpen: boolean
  sentAt: string
  promisedOn: string
  daysLeft: number
  interviewAt: string | null
}

const PROMISED: readonly ApplicationState[] = ['sent', 'seen', 'in_progress', 'on_hold']

function next({ state, interviewAt, daysLeft, promisedOn }: Applicant): string {
  if (state === 'interview')
    return interviewAt ? `Entretien le ${formatDateTime(interviewAt)}` : 'Jour à fixer par téléphone'
  return PROMISED.includes(state) ? lateness(daysLeft, promisedOn) : ''
}

/** The people who answered an offer, with where each stands. */
export function OfferApplicants({ applicants }: { applicants: Applicant[] }) {
  return (
    <ul className="rows">
      {applicants.map((applicant) => {
        const isLate = applicant.daysLeft < 0 && PROMISED.includes(applicant.state)
        return (
          <li key={applicant.id} className="row">
            <div>
              <a className="row-link" href={`/structure/candidatures/${applicant.id}`}>
                {applicant.name}
              </a>
              <p className="muted">
                {applicant.communeName}, candidature du {formatDay(applicant.sentAt)}
              </p>
            </div>
            <div className="row-end">
              <Badge tone={applicant.state === 'hired' ? 'ok' : applicant.isOpen ? 'brand' : 'neutral'}>
                {applicant.state === 'sent' ? 'Nouvelle' : APPLICATION_STATE_LABELS[applicant.state]}
              </Badge>
              <span className={isLate ? 'late' : 'muted'}>{next(applicant)}</span>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
