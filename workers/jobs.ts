import { z } from 'zod'

const SECONDS = 1000
const MINUTES = 60 * SECONDS

/** Queues by the resource their jobs wait for: the index, the processor, the processor at night, the people, the clock. */
export const QUEUE_NAMES = ['search', 'matching', 'night', 'contact', 'upkeep'] as const
export type QueueName = (typeof QUEUE_NAMES)[number]

/** How many jobs of a queue one worker process runs at a time. */
export const CONCURRENCY: Record<QueueName, number> = {
  search: 2,
  matching: 12,
  night: 1,
  contact: 5,
  upkeep: 1,
}

/** Facts answered by one job: what is written for so many takes a second or two. */
const TOGETHER = 50

type JobDefinition = {
  schema: z.ZodType
  queue: QueueName
  attempts: number
  /** Wait before the second attempt; it doubles each time. */
  backoffMs: number
  timeoutMs: number
  /** How many facts one of these jobs takes at most; without it, a job is for one fact. */
  together?: number
}

const event = { eventId: z.uuid(), fact: z.string() }
/** What a job for several facts carries: it reads them, as what it needs of them is there. */
const facts = z.object({ eventIds: z.array(z.uuid()).min(1) })
const upkeep = { schema: z.object({}), queue: 'upkeep', attempts: 1, backoffMs: 5 * SECONDS } as const

/** Every job: the ids it carries, its queue, how often and for how long it is tried. Payloads carry ids only. */
export const JOBS = {
  'index-offer': {
    schema: facts,
    queue: 'search',
    attempts: 6,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
    together: TOGETHER,
  },
  'match-offer': {
    schema: facts,
    queue: 'matching',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 60 * SECONDS,
    together: TOGETHER,
  },
  'match-profile': {
    schema: facts,
    queue: 'matching',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 60 * SECONDS,
    together: TOGETHER,
  },
  'allocate-offer': {
    schema: z.object({ ...event, matchId: z.uuid() }),
    queue: 'matching',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'notify-match': {
    schema: z.object({ ...event, matchId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'notify-application': {
    schema: z.object({ ...event, applicationId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'notify-offer': {
    schema: facts,
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
    together: TOGETHER,
  },
  'tell-applicants': {
    schema: z.object({ ...event, offerId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 60 * SECONDS,
  },
  'stop-contact': {
    schema: z.object({ ...event, accountId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 60 * SECONDS,
  },
  'send-sign-in-code': {
    schema: z.object({ ...event, codeId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 1 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'notify-reading': {
    schema: z.object({ ...event, accountId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 1 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'send-organisation-code': {
    schema: z.object({ ...event, verificationId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 1 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'send-invitation': {
    schema: z.object({ ...event, invitationId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'notify-join-request': {
    schema: z.object({ ...event, joinRequestId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'notify-organisation': {
    schema: z.object({ ...event, organisationId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'notify-erasure': {
    schema: z.object({ ...event, accountId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 2 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'notify-factor': {
    schema: z.object({ ...event, accountId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 1 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'send-contact-proof': {
    schema: z.object({ ...event, proofId: z.uuid() }),
    queue: 'contact',
    attempts: 5,
    backoffMs: 1 * SECONDS,
    timeoutMs: 30 * SECONDS,
  },
  'send-message': {
    schema: z.object({ messageId: z.uuid() }),
    queue: 'contact',
    attempts: 4,
    backoffMs: 5 * SECONDS,
    timeoutMs: 60 * SECONDS,
  },
  'rematch-slice': {
    schema: z.object({ sliceId: z.uuid() }),
    queue: 'night',
    attempts: 5,
    backoffMs: 5 * SECONDS,
    timeoutMs: 2 * MINUTES,
  },
  'plan-rematch': { ...upkeep, timeoutMs: 2 * MINUTES },
  'send-due-messages': { ...upkeep, timeoutMs: 60 * SECONDS },
  'reconcile-messages': { ...upkeep, timeoutMs: 2 * MINUTES },
  'requeue-events': { ...upkeep, timeoutMs: 60 * SECONDS },
  'purge-unproven': { ...upkeep, timeoutMs: 5 * MINUTES },
  'expire-offers': { ...upkeep, timeoutMs: 5 * MINUTES },
  'remind-offers': { ...upkeep, timeoutMs: 5 * MINUTES },
  'remind-applications': { ...upkeep, timeoutMs: 5 * MINUTES },
  'close-unanswered-applications': { ...upkeep, timeoutMs: 5 * MINUTES },
  'suspend-inactive': { ...upkeep, timeoutMs: 5 * MINUTES },
  'notice-erasures': { ...upkeep, timeoutMs: 5 * MINUTES },
  'erase-inactive-accounts': { ...upkeep, timeoutMs: 15 * MINUTES },
  'tell-new-offers': { ...upkeep, timeoutMs: 15 * MINUTES },
  'pause-old-searches': { ...upkeep, timeoutMs: 5 * MINUTES },
  'delete-old-records': { ...upkeep, timeoutMs: 15 * MINUTES },
} as const satisfies Record<string, JobDefinition>

export type JobName = keyof typeof JOBS
export type JobData<J extends JobName> = z.infer<(typeof JOBS)[J]['schema']>

/** The catalogue's entry for a job, widened so that every field can be asked for. */
export const jobDefinition = (name: JobName): JobDefinition => JOBS[name]

/** True when the text names a job. */
export const isJobName = (name: string): name is JobName => Object.hasOwn(JOBS, name)

/** A job to run: its name, its ids, and the id under which the queue knows it once. */
export type JobToAdd = { [J in JobName]: { name: J; data: JobData<J>; id: string } }[JobName]
