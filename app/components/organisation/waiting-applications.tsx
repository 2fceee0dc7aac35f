import { Badge } from '#app/components/ui/badge.tsx'
import { formatDay } from '#app/components/ui/format.ts'
import { APPLICATION_STATE_LABELS, SPONTANEOUS_TITLE } from '#app/domain/application.labels.ts'
import type { ApplicationState } from '#app/domain/application.ts'
import { lateness } from './lateness.ts'

export type WaitingApplication = {
  id: string
  name: string
  /** Null when it was made without any offer. */
  offerTitle: string | null
  state: ApplicationState
  sentAt: string
  promisedOn: string
  /** Days until the promised answer; negative when it is late. */
  daysLeft: number
}

/** The people who wait for an answer, the one promised first on top. */
export function WaitingApplications({ applications }: { applications: WaitingApplication[] }) {
  return (
    <ul className="rows">
      {applications.map(({ id, name, offerTitle, state, sentAt, promisedOn, daysLeft }) => (
        <li key={id} className="row">
          <div>
            <a className="row-link" href={`/structure/candidatures/${id}`}>
              {name}
            </a>
            <p className="muted">
              {offerTitle ? `${offerTitle}, candidature` : SPONTANEOUS_TITLE} du {formatDay(sentAt)}
            </p>
          </div>
          <div className="row-end">
            {state === 'sent' ? (
              <Badge tone="brand">Nouvelle</Badge>
            ) : (
              <Badge>{APPLICATION_STATE_LABELS[state]}</Badge>
            )}
            <span className={daysLeft < 0 ? 'late' : 'muted'}>{lateness(daysLeft, promisedOn)}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}
