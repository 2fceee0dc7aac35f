import type { AccountAction } from './account-change.ts'
import { monthsBefore } from './duration.ts'

/**
 * How long things are kept (domain: "Data protection"; CNIL, recommendation on recruitment of 30 January 2023: two years
 * after the last contact). A record of a departure is what proves that somebody was erased when asked (GDPR article 5.2): it
 * names nobody and lasts as long as the access log, which may still hold the same identifier.
 */
export const RETENTION = {
  inactiveYears: 2,
  /** Days before the erasure at which the person is told, the first notice first. */
  noticeDays: [30, 7],
  messageMonths: 12,
  accessLogMonths: 12,
  departureMonths: 12,
  /** Facts of the outbox carry identifiers only; they outlive no message that they brought about. */
  factMonths: 12,
  /** Sessions that are over stay in the person's own list for a while. */
  endedSessionDays: 30,
  verificationDays: 7,
  finishedInvitationMonths: 12,
  /** An offer that is closed, with its applications: a recruitment is over two years after its last contact. */
  closedOfferMonths: 24,
  /** A draft, or an offer under review, that nobody has touched. */
  draftMonths: 12,
  /** An organisation without anybody, without offers and without news: its name is often somebody's. */
  emptyOrganisationMonths: 24,
  /** What was said for and against suspending somebody, unless the suspension lasts. */
  suspensionRequestMonths: 24,
  /** Without a visit for so long, nobody is told of new offers any more. */
  savedSearchMonths: 6,
} as const

const DAY_MS = 86_400_000

/** What shows that somebody is still there, besides visits: the person was spoken to. */
export const PRESENCE_ACTIONS: readonly AccountAction[] = [
  'registered',
  'reactivated',
  'phone_changed',
  'email_changed',
]

/** Why an account was erased; all that is counted of those who left. */
export const DEPARTURE_REASONS = ['own_request', 'inactivity'] as const
export type DepartureReason = (typeof DEPARTURE_REASONS)[number]

const addDays = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY_MS)

/** How an account stands towards its erasure. `noticedAt`: the notices given since the last visit, oldest first. */
export type Absence = { activeAt: Date; noticedAt: readonly Date[] }

/**
 * When an account without a visit may be erased at the earliest: two years after the last one, and never sooner than each
 * notice given says, however late it was given.
 */
export function erasureMoment({ activeAt, noticedAt }: Absence): Date {
  const told = RETENTION.noticeDays.flatMap((days, index) => {
    const at = noticedAt[index]
    return at ? [addDays(at, days)] : []
  })
  const moments = [monthsBefore(activeAt, -12 * RETENTION.inactiveYears), ...told]
  return new Date(Math.max(...moments.map((moment) => moment.getTime())))
}

/** What has to be done about an absence now: nothing, the next notice, or the erasure, which both notices come before. */
export function absenceStep(absence: Absence, now: Date): 'wait' | 'notice' | 'erase' {
  const moment = erasureMoment(absence)
  const nextNotice = RETENTION.noticeDays[absence.noticedAt.length]
  if (nextNotice === undefined) return now >= moment ? 'erase' : 'wait'
  return now >= addDays(moment, -nextNotice) ? 'notice' : 'wait'
}
