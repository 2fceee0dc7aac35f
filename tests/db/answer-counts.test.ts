import { beforeAll, expect, test } from 'vitest'
import { countAnswers, listAnswerCounts } from '#app/db/answer-counts.server.ts'
import { db } from '#app/db/client.server.ts'
import { newId } from '#app/system/id.server.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const NOW = new Date('2026-07-01T08:00:00Z')
let organisationId: string
let territoryId: string
let offerId: string

/** An application promised an answer on 10 June, and what was done with it and when. */
async function applied(
  lines: [action: string, at: string][],
  more: Parameters<typeof createApplication>[0] = {},
) {
  const { id } = await createApplication({ offerId, promisedOn: '2026-06-10', ...more })
  for (const [action, at] of lines)
    await db().applicationChange.create({
      data: { id: newId(), applicationId: id, action, fromState: 'sent', toState: action, at: new Date(at) },
    })
}

beforeAll(async () => {
  const offer = await createOffer()
  offerId = offer.id
  organisationId = offer.organisationId ?? ''
  territoryId = offer.territoryId
  // In time: the last minute of the day in Paris counts, and a second answer changes nothing.
  await applied([['refuse', '2026-06-10T21:59:00Z']], { state: 'refused' })
  await applied([
    ['start', '2026-06-02T08:00:00Z'],
    ['refuse', '2026-06-25T08:00:00Z'],
  ])
  await applied([['hire', '2026-06-03T08:00:00Z']], { state: 'hired', promisedOn: '2026-07-20' })
  // Late: answered the day after, only read, or never.
  await applied([['interview', '2026-06-10T22:01:00Z']], { state: 'interview' })
  await applied([['see', '2026-06-02T08:00:00Z']], { state: 'seen' })
  await applied([], { state: 'unanswered' })
  // Owed nothing: taken back, ended by a hire elsewhere, still in time, or long ago.
  await applied([['withdraw', '2026-06-02T08:00:00Z']], { state: 'withdrawn' })
  await applied([['obsolete', '2026-06-02T08:00:00Z']], { state: 'obsolete' })
  await applied([], { promisedOn: '2026-07-01' })
  await applied([], { promisedOn: '2025-06-10', createdAt: new Date('2025-06-01T08:00:00Z') })
  await createApplication({ promisedOn: '2026-06-10' })
})

test('an organisation reads what it owed and answered in time, and nobody else’s', async () => {
  expect(await countAnswers(db(), { kind: 'organisation', organisationId }, NOW)).toEqual({
    due: 6,
    inTime: 3,
  })
  expect(await countAnswers(db(), { kind: 'organisation', organisationId: newId() }, NOW)).toEqual({
    due: 0,
    inTime: 0,
  })
  expect(await countAnswers(db(), { kind: 'public' }, NOW)).toEqual({ due: 0, inTime: 0 })
})

test('officers read those with enough applications in their territory', async () => {
  const of = (id: string) =>
    listAnswerCounts(db(), { kind: 'territory', territoryId: id }, { now: NOW, limit: 10 })
  expect(await of(territoryId)).toMatchObject([{ organisationId, due: 6, inTime: 3 }])
  expect(await of(newId())).toEqual([])
})
