import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { DomainEvent, EventType } from '#app/domain/events.ts'
import { OFFER_TRANSITIONS } from '#app/domain/offer.transitions.ts'
import { eventIdOf } from '#app/system/event-id.server.ts'
import { HANDLERS } from '#workers/handlers.ts'
import { JOBS, jobDefinition } from '#workers/jobs.ts'
import { SCHEDULES, scheduledJob } from '#workers/schedules.ts'
import { jobsFor, reactionsTo, SUBSCRIPTIONS } from '#workers/subscriptions.ts'

const TYPES = Object.keys(SUBSCRIPTIONS) as EventType[]
const id = randomUUID()
const payloadOf = (type: EventType): Record<string, unknown> => {
  const [noun = ''] = type.split('.')
  const keys: Record<string, string> = {
    matches: 'offerId',
    sign_in_code: 'codeId',
    contact: 'accountId',
    contact_proof: 'proofId',
    reading: 'accountId',
    organisation_code: 'verificationId',
    join: 'joinRequestId',
  }
  return { [keys[noun] ?? `${noun}Id`]: id, ...(type === 'offer.reminder_due' && { daysLeft: 7 }) }
}

describe.each(TYPES)('%s', (type) => {
  test('gives each of its jobs the ids it needs, and one id without a colon', () => {
    const jobs = jobsFor(id, { type, payload: payloadOf(type) } as DomainEvent)
    expect(jobs.map(({ name }) => name)).toEqual([...reactionsTo(type)])
    for (const job of jobs) {
      const { schema, together } = jobDefinition(job.name)
      const ids = together ? { eventIds: [id] } : { eventId: id, fact: type }
      expect(schema.parse(job.data)).toMatchObject(ids)
      expect(job.id).toBe(`${id}-${job.name}`)
      expect(job.id).not.toContain(':')
    }
  })
})

test('whatever changes the state of an offer indexes and matches it again', () => {
  for (const { event } of Object.values(OFFER_TRANSITIONS))
    expect(reactionsTo(event)).toEqual(expect.arrayContaining(['index-offer', 'match-offer']))
})

test('a fact of another version of the platform has no jobs', () => {
  expect(reactionsTo('offer.unheard_of' as EventType)).toEqual([])
})

test('every job has a handler, and its payload holds ids alone', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual(Object.keys(JOBS).sort())
  const fields = Object.values(JOBS).flatMap(({ schema }) => Object.keys(schema.shape))
  expect([...new Set(fields)].every((field) => field === 'fact' || /Ids?$/.test(field))).toBe(true)
})

test('the job of a schedule is one for each slot of time', () => {
  const at = (ms: number) => scheduledJob('expire-offers', new Date(ms)).id
  const every = SCHEDULES['expire-offers']
  expect(at(0)).toBe(at(every - 1))
  expect(at(every)).not.toBe(at(0))
})

test('the id of a fact that is to happen once is a UUID made of its parts alone', () => {
  const made = eventIdOf('offer.reminder_due', id, '2026-06-10', 7)
  expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(eventIdOf('offer.reminder_due', id, '2026-06-10', 7)).toBe(made)
  expect(eventIdOf('offer.reminder_due', id, '2026-06-10', 1)).not.toBe(made)
})
