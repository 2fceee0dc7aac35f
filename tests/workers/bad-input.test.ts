import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import type { DomainEvent } from '#app/domain/events.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker } from './worker-context.ts'

useTestDatabase()

beforeAll(async () => {
  await createCommunes()
  await createReferences()
})

const KITCHEN = OCCUPATIONS.kitchenHelp.romeCode
const COURSE = { startsOn: null, slots: [] }
const hirson = {
  communeCode: COMMUNES.hirson.inseeCode,
  latitude: COMMUNES.hirson.latitude,
  longitude: COMMUNES.hirson.longitude,
}
const still = { means: 'foot' as const, maxKm: 0, maxMinutes: null }

/** People and offers as they should not be, among some as they should. */
async function createWorld() {
  const offers = {
    sound: await createOffer({ ...COURSE, occupationCode: KITCHEN }),
    openToAll: await createOffer({ ...COURSE, occupationCode: null }),
    nowhere: await createOffer({ ...COURSE, occupationCode: KITCHEN, latitude: null, longitude: null }),
    over: await createOffer({ ...COURSE, occupationCode: KITCHEN, endsOn: '2026-05-31' }),
    lastDay: await createOffer({ ...COURSE, occupationCode: KITCHEN, endsOn: '2026-06-01' }),
    begun: await createOffer({ ...COURSE, occupationCode: KITCHEN, startsOn: '2026-05-20' }),
    far: await createOffer({ ...COURSE, ...hirson, occupationCode: KITCHEN }),
  }
  const person = async (profile: NonNullable<Parameters<typeof createCandidate>[0]>['profile']) =>
    (await createCandidate({ profile })).profile
  const people = {
    sound: await person({}),
    unsure: await person({ projects: [] }),
    still: await person({ travel: still }),
    longFree: await person({ availableFrom: '2020-02-29' }),
    wantsNothing: await person({ kinds: [] }),
  }
  return { offers, people }
}

type World = Awaited<ReturnType<typeof createWorld>>

async function pairsOf({ offers, people }: World) {
  const matches = await db().match.findMany({ where: { state: 'proposed' } })
  const nameIn = (rows: Record<string, { id: string }>, id: string) =>
    Object.entries(rows).find(([, row]) => row.id === id)?.[0]
  return matches
    .map(({ offerId, profileId }) => `${nameIn(people, profileId)} ${nameIn(offers, offerId)}`)
    .sort()
}

const AT_LAON = ['begun', 'lastDay', 'openToAll', 'sound']
const EXPECTED = [
  ...['longFree', 'sound', 'still'].flatMap((name) => AT_LAON.map((offer) => `${name} ${offer}`)),
  'unsure openToAll',
].sort()

test('bad input is matched as it is defined, from the offers’ side and from the people’s, and nothing fails', async () => {
  const world = await createWorld()
  const worker = createTestWorker()
  const offerFacts = Object.values(world.offers).map(({ id }): DomainEvent => {
    return { type: 'offer.published', payload: { offerId: id } }
  })
  const profileFacts = Object.values(world.people).map(({ id }): DomainEvent => {
    return { type: 'profile.changed', payload: { profileId: id } }
  })
  await appendEvents(db(), offerFacts, NOW)
  await worker.runAll()
  expect(await pairsOf(world)).toEqual(EXPECTED)
  await db().match.deleteMany()
  await appendEvents(db(), profileFacts, NOW)
  await worker.runAll()
  expect(await pairsOf(world)).toEqual(EXPECTED)
  await worker.context.matcher.close()
})

test('what was proposed before the offer lost its place, or ended, goes; what somebody acted on stays, and says why', async () => {
  const offer = await createOffer({ ...COURSE, occupationCode: KITCHEN })
  const waiting = await createMatch({ offerId: offer.id })
  const told = await createMatch({ offerId: offer.id, state: 'notified' })
  const worker = createTestWorker()
  const edit = async (data: Parameters<ReturnType<typeof db>['offer']['update']>[0]['data']) => {
    await db().offer.update({ where: { id: offer.id }, data })
    await appendEvents(db(), [{ type: 'offer.edited', payload: { offerId: offer.id } }], NOW)
    await worker.runAll()
  }
  await edit({ latitude: null, longitude: null })
  expect(await db().match.findUnique({ where: { id: waiting.id } })).toBeNull()
  const kept = await db().match.findUniqueOrThrow({ where: { id: told.id } })
  expect(kept).toMatchObject({ state: 'notified', missing: ['distance'], isTopForOffer: false })
  expect(Number.isFinite(kept.distanceKm)).toBe(true)
  const { latitude, longitude } = COMMUNES.laon
  await edit({ latitude, longitude, endsOn: new Date('2026-05-31') })
  expect(await db().match.findUniqueOrThrow({ where: { id: told.id } })).toMatchObject({ missing: ['dates'] })
  await worker.context.matcher.close()
})
