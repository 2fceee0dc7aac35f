import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { readFactsSince } from '#app/db/outbox-feed.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { DomainEvent } from '#app/domain/events.ts'
import { ok } from '#app/domain/result.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import type { Matcher } from '#workers/matching/matcher.ts'
import { createPoolMatcher } from '#workers/matching/pool-matcher.ts'
import { createWorld, emptyWorld, rankedByDomain, rankedByMatcher } from './pool-world.ts'

const database = useTestDatabase()

type World = Awaited<ReturnType<typeof createWorld>>
let world: World
let matcher: Matcher

beforeEach(async () => {
  await emptyWorld()
  await createTerritory()
  world = await createWorld()
  matcher = createPoolMatcher()
  await matcher.ready()
})
afterEach(() => matcher.close())

const tell = (...events: DomainEvent[]) => appendEvents(db(), events, NOW)
const ranked = (ids: World = world) => rankedByMatcher(matcher, ids.territoryId)
const expectAgreement = async () => expect(await ranked()).toEqual(await rankedByDomain(world.territoryId))
const person = () => world.people[0] as World['people'][number]
const offer = () => world.offers[0] as World['offers'][number]

/** How a fact comes about, and the row whose answers must change with it. */
const CHANGES: [string, (touch: { profileId: string; offerId: string }) => Promise<unknown>][] = [
  [
    'a person moves',
    async ({ profileId }) => {
      await db().profile.update({ where: { id: profileId }, data: { latitude: 49.9, longitude: 3.3 } })
      await tell({ type: 'profile.changed', payload: { profileId } })
    },
  ],
  [
    'a person says stop',
    () =>
      changeContactChoice({
        actor: person().actor,
        choice: { channel: 'none', monthlySolicitations: 2 },
        now: NOW,
      }),
  ],
  [
    'an account is suspended by hand',
    ({ profileId }) =>
      db().account.updateMany({ where: { profile: { id: profileId } }, data: { status: 'suspended' } }),
  ],
  ['a profile is deleted by hand', ({ profileId }) => db().profile.delete({ where: { id: profileId } })],
  [
    'an offer is suspended',
    async ({ offerId }) => {
      await db().offer.update({ where: { id: offerId }, data: { state: 'suspended' } })
      await tell({ type: 'offer.suspended', payload: { offerId } })
    },
  ],
  [
    'an offer asks for a licence nobody has',
    async ({ offerId }) => {
      await db().offer.update({ where: { id: offerId }, data: { licences: ['D'] } })
      await tell({ type: 'offer.edited', payload: { offerId } })
    },
  ],
  ['an offer is deleted by hand', ({ offerId }) => db().offer.delete({ where: { id: offerId } })],
  [
    'a new offer is published',
    async () => {
      const { id } = await createOffer({ occupationCode: OCCUPATIONS.kitchenHelp.romeCode })
      await tell({ type: 'offer.published', payload: { offerId: id } })
    },
  ],
  [
    'a new person comes',
    async () => {
      const { profile } = await createCandidate()
      await tell({ type: 'profile.changed', payload: { profileId: profile.id } })
    },
  ],
  [
    'the ceiling of applications falls',
    async ({ offerId }) => {
      await createApplication({ offerId })
      const { settings } = await db().territory.findFirstOrThrow()
      await db().territory.updateMany({
        data: { settings: { ...(settings as object), maxApplicationsPerOffer: 1 } },
      })
    },
  ],
  [
    'occupations are imported',
    async () => {
      await db().occupation.update({ where: { romeCode: 'G1602' }, data: { near: ['A1405'] } })
      await tell({ type: 'occupations.imported', payload: {} })
    },
  ],
]

test.each(CHANGES)('%s: the next answers are those of the domain', async (_what, change) => {
  await expectAgreement()
  const before = await ranked()
  await change({ profileId: person().profile.id, offerId: offer().id })
  await expectAgreement()
  expect(await ranked()).not.toEqual(before)
})

test('an application that fills an offer closes it, one withdrawn opens it again', async () => {
  const { settings } = await db().territory.findFirstOrThrow()
  await db().territory.updateMany({
    data: { settings: { ...(settings as object), maxApplicationsPerOffer: 1 } },
  })
  const open = await ranked()
  const { id: applicationId } = await createApplication({
    offerId: offer().id,
    profileId: person().profile.id,
  })
  await tell({ type: 'application.sent', payload: { applicationId } })
  expect((await ranked())[offer().id]).toEqual([])
  await expectAgreement()
  await db().application.update({ where: { id: applicationId }, data: { state: 'withdrawn' } })
  await tell({ type: 'application.withdrawn', payload: { applicationId } })
  expect((await ranked())[offer().id]).toEqual(open[offer().id])
})

test('a transaction that stays open delays nobody, and is read once it ends', async () => {
  const slow = new pg.Client({ connectionString: database.url })
  await slow.connect()
  const { id: profileId } = person().profile
  await slow.query('begin')
  await slow.query('update profile set latitude = 49.9 where id = $1', [profileId])
  await slow.query(
    `insert into outbox_event (id, type, payload, occurred_at) values (gen_random_uuid(), 'profile.changed', $1, now())`,
    [JSON.stringify({ profileId })],
  )
  for (const { id: offerId } of world.offers.slice(0, 3)) {
    await db().offer.update({ where: { id: offerId }, data: { state: 'filled' } })
    await tell({ type: 'offer.filled', payload: { offerId } })
    await expectAgreement()
  }
  const before = (await ranked())[profileId]
  await slow.query('commit')
  await slow.end()
  await expectAgreement()
  expect((await ranked())[profileId]).not.toEqual(before)
})

test('transactions that end in any order are each read', async () => {
  await Promise.all(
    world.people.map(({ profile }, at) =>
      inTransaction(async (tx) => {
        await appendEvents(tx, [{ type: 'profile.changed', payload: { profileId: profile.id } }], NOW)
        await new Promise((resolve) => setTimeout(resolve, (at * 37) % 90))
        await tx.profile.update({ where: { id: profile.id }, data: { limitKm: 5 + at } })
        if (at % 4 === 0) await ranked()
        return ok(null)
      }),
    ),
  )
  await expectAgreement()
})

test('facts removed before they were read: everything is read again', async () => {
  const { id: profileId } = person().profile
  await db().profile.update({ where: { id: profileId }, data: { latitude: 49.9, longitude: 3.3 } })
  await tell({ type: 'profile.changed', payload: { profileId } })
  await db().outboxEvent.deleteMany()
  await expectAgreement()
})

test('a row that cannot be matched is left out, and the others are answered', async () => {
  const bad = world.people.slice(0, 4).map(({ profile }) => profile.id)
  await db().$executeRaw`update profile set projects = '{"a": 1}' where id = ${bad[0]}::uuid`
  await db().$executeRaw`update profile set limit_km = 'NaN' where id = ${bad[1]}::uuid`
  await db().$executeRaw`update profile set available_from = 'infinity' where id = ${bad[2]}::uuid`
  await db().$executeRaw`update profile set projects = '[]', kinds = '{}' where id = ${bad[3]}::uuid`
  await db().$executeRaw`update offer set latitude = null, longitude = null where id = ${offer().id}::uuid`
  await tell(...bad.map((profileId) => ({ type: 'profile.changed' as const, payload: { profileId } })))
  await tell({ type: 'offer.edited', payload: { offerId: offer().id } })
  const fresh = createPoolMatcher()
  await fresh.ready()
  for (const asked of [matcher, fresh]) {
    const answers = await rankedByMatcher(asked, world.territoryId)
    expect(answers[offer().id]).toEqual([])
    const named = Object.values(answers).flat().join()
    for (const profileId of bad) expect(named).not.toContain(profileId)
    expect(named).toContain(world.people[5]?.profile.id)
  }
  await fresh.close()
})

test('nobody is matched with another territory, nor after having moved to one', async () => {
  const elsewhere = await createTerritory({ id: crypto.randomUUID(), departementCode: '80', name: 'Somme' })
  await tell({ type: 'territory.changed', payload: { territoryId: elsewhere.id } })
  const { id: profileId } = person().profile
  await db().profile.update({ where: { id: profileId }, data: { territoryId: elsewhere.id } })
  await tell({ type: 'profile.changed', payload: { profileId } })
  const { id: offerId } = await createOffer({
    territoryId: elsewhere.id,
    occupationCode: OCCUPATIONS.kitchenHelp.romeCode,
    latitude: person().profile.latitude,
    longitude: person().profile.longitude,
  })
  await tell({ type: 'offer.published', payload: { offerId } })
  await expectAgreement()
  expect(await rankedByMatcher(matcher, elsewhere.id)).toEqual(await rankedByDomain(elsewhere.id))
  expect((await rankedByMatcher(matcher, elsewhere.id))[offerId]?.join()).toContain(profileId)
})

test('a server that has gone back, as after a crash, makes the pool be loaded anew', async () => {
  const [now] = await db().$queryRaw<{ end: string }[]>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as end`
  const lost = (BigInt(now?.end ?? 0) + 5n).toString()
  await tell({ type: 'offer.edited', payload: { offerId: offer().id } })
  const news = await readFactsSince(`${lost}:${lost}:`)
  expect(news.isTrimmed).toBe(true)
  expect((await readFactsSince(news.snapshot)).isTrimmed).toBe(false)
})
