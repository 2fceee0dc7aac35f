import type { StoredEvent } from '#app/db/outbox.server.ts'
import type { DomainEvent, EventType } from '#app/domain/events.ts'
import { eventIdOf } from '#app/system/event-id.server.ts'
import { type JobName, type JobToAdd, jobDefinition } from './jobs.ts'

/** The jobs that react to facts. */
type Reaction = Extract<
  JobName,
  | 'index-offer'
  | 'match-offer'
  | 'match-profile'
  | 'allocate-offer'
  | 'notify-match'
  | 'notify-application'
  | 'notify-offer'
  | 'tell-applicants'
  | 'stop-contact'
  | 'send-sign-in-code'
  | 'send-contact-proof'
  | 'notify-reading'
  | 'send-organisation-code'
  | 'send-invitation'
  | 'notify-join-request'
  | 'notify-organisation'
  | 'notify-erasure'
  | 'notify-factor'
>

const OFFER: readonly Reaction[] = ['index-offer', 'match-offer']
const CLOSED_OFFER: readonly Reaction[] = [...OFFER, 'tell-applicants']
const NONE: readonly Reaction[] = []

/** Each fact and the jobs that react to it, in no particular order. A new fact does not compile before it is here. */
export const SUBSCRIPTIONS: Record<EventType, readonly Reaction[]> = {
  'offer.submitted': OFFER,
  'offer.published': OFFER,
  'offer.approved': [...OFFER, 'notify-offer'],
  'offer.edited': OFFER,
  'offer.suspended': OFFER,
  'offer.resumed': OFFER,
  'offer.prolonged': OFFER,
  'offer.filled': CLOSED_OFFER,
  'offer.expired': CLOSED_OFFER,
  'offer.withdrawn': CLOSED_OFFER,
  'offer.refused': [...OFFER, 'notify-offer'],
  'offer.sent_back': [...OFFER, 'notify-offer'],
  'offer.reminder_due': ['notify-offer'],
  'offer.deleted': ['index-offer'],
  'profile.changed': ['match-profile'],
  'profile.deleted': NONE,
  'matches.proposed': NONE,
  'match.approved': ['notify-match'],
  'match.set_aside': ['allocate-offer'],
  'match.reopened': ['allocate-offer'],
  'match.notified': NONE,
  'match.interested': ['allocate-offer'],
  'match.declined': ['allocate-offer'],
  'application.sent': ['notify-application'],
  'application.seen': NONE,
  'application.in_progress': NONE,
  'application.interview': ['notify-application'],
  'application.on_hold': NONE,
  'application.pool': NONE,
  'application.hired': ['notify-application'],
  'application.refused': ['notify-application'],
  'application.withdrawn': NONE,
  'application.obsolete': ['notify-application'],
  'application.unanswered': ['notify-application'],
  'application.reminder_due': ['notify-application'],
  'sign_in_code.requested': ['send-sign-in-code'],
  'contact_proof.requested': ['send-contact-proof'],
  'contact_proof.used': ['send-contact-proof'],
  'contact.stopped': ['stop-contact'],
  'reading.alarmed': ['notify-reading'],
  'organisation.registered': NONE,
  'organisation.verified': ['notify-organisation'],
  'organisation.refused': ['notify-organisation'],
  'organisation_code.requested': ['send-organisation-code'],
  'join.requested': ['notify-join-request'],
  'invitation.sent': ['send-invitation'],
  'account.erasure_noticed': ['notify-erasure'],
  'account.factor_changed': ['notify-factor'],
  'territory.changed': NONE,
  'occupations.imported': NONE,
  'rematch.planned': NONE,
}

/** The names of the jobs that react to a fact. */
export const reactionsTo = (type: EventType): readonly Reaction[] => SUBSCRIPTIONS[type] ?? NONE

/** The facts that this version knows. Another waits, unsettled, for a worker of a version that does. */
export const KNOWN_FACTS = Object.keys(SUBSCRIPTIONS) as EventType[]

/** The facts to which a job reacts. */
export const factsOf = (job: JobName): EventType[] =>
  KNOWN_FACTS.filter((type) => (SUBSCRIPTIONS[type] as readonly JobName[]).includes(job))

function jobFor(name: Reaction, eventId: string, { type, payload }: DomainEvent): JobToAdd {
  const { together } = jobDefinition(name)
  // Each job's schema takes the ids it needs of the payload, and refuses the job when one is missing.
  const data = together ? { eventIds: [eventId] } : { ...payload, eventId, fact: type }
  return { name, data, id: `${eventId}-${name}` } as unknown as JobToAdd
}

/** The jobs to add for a stored fact: one id each, made of the fact's id and the job's name, without a colon. */
export const jobsFor = (eventId: string, event: DomainEvent): JobToAdd[] =>
  reactionsTo(event.type).map((name) => jobFor(name, eventId, event))

/** A job for these facts, whose id names them all; for one fact, the very job of `jobsFor`. */
export function jobForFacts(name: JobName, eventIds: readonly string[]): JobToAdd {
  const [first = ''] = eventIds
  const id = eventIds.length === 1 ? first : eventIdOf(...eventIds)
  return { name, data: { eventIds }, id: `${id}-${name}` } as JobToAdd
}

/** The jobs to add for stored facts: those that take several facts take as many as they may. */
export function jobsForAll(events: readonly StoredEvent[]): JobToAdd[] {
  const gathered = new Map<JobName, string[]>()
  const jobs: JobToAdd[] = []
  for (const job of events.flatMap(({ id, event }) => jobsFor(id, event))) {
    if (!('eventIds' in job.data)) jobs.push(job)
    else gathered.set(job.name, [...(gathered.get(job.name) ?? []), ...job.data.eventIds])
  }
  for (const [name, eventIds] of gathered) {
    const { together = 1 } = jobDefinition(name)
    for (let at = 0; at < eventIds.length; at += together)
      jobs.push(jobForFacts(name, eventIds.slice(at, at + together)))
  }
  return jobs
}
