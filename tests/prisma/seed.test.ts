import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDb, db } from '#app/db/client.server.ts'
import { closeRaw, queryRows } from '#app/db/raw.server.ts'
import { SUSPENSION_REASONS } from '#app/domain/account.ts'
import { APPLICATION_STATES } from '#app/domain/application.ts'
import { addDays, parisDate } from '#app/domain/duration.ts'
import { MATCH_STATES } from '#app/domain/match.ts'
import { MESSAGE_STATES } from '#app/domain/message.ts'
import { OFFER_KINDS, OFFER_STATES } from '#app/domain/offer.ts'
import { ORGANISATION_STATES } from '#app/domain/organisation.ts'
import { REMINDER_LEAD_DAYS } from '#app/use-cases/remind-applications.server.ts'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'
import { seedDatabase } from '#prisma/seed/seed-database.ts'
import { NOW } from '#tests/factories/now.ts'
import { createTestDatabase, useTestDatabase } from '#tests/setup/database.ts'

const SMALL = { people: 150, organisations: 24, offers: 90, onLine: 50 }
const communes = loadOfflineCommunes('02')

/** How many rows there are of each value. */
async function countBy(table: string, value: string): Promise<Record<string, number>> {
  const rows = await queryRows<{ value: string; count: number }>(
    `select ${value} as value, count(*)::int as count from ${table} group by 1 order by 1`,
  )
  return Object.fromEntries(rows.map((row) => [row.value, row.count]))
}

describe('a seeded database', () => {
  useTestDatabase()
  let isSeeded = false
  const said: string[] = []

  beforeAll(async () => {
    isSeeded = await seedDatabase({ counts: SMALL, now: NOW, say: (line) => said.push(line) })
  }, 60_000)

  test('is written once: the second time does nothing', async () => {
    const before = await countBy('offer', 'state')
    expect(isSeeded).toBe(true)
    expect(said.length).toBeGreaterThan(3)
    expect(await seedDatabase({ counts: SMALL, now: NOW })).toBe(false)
    expect(await countBy('offer', 'state')).toEqual(before)
  })

  test.each([
    ['offer', 'state', OFFER_STATES],
    ['offer', 'kind', OFFER_KINDS],
    ['application', 'state', APPLICATION_STATES],
    ['match', 'state', MATCH_STATES],
    ['message', 'state', MESSAGE_STATES],
    ['organisation', 'state', ORGANISATION_STATES],
    ['account', "coalesce(suspension_reason, 'none')", ['none', ...SUSPENSION_REASONS]],
  ] as const)('has each %s %s', async (table, column, values) => {
    expect(Object.keys(await countBy(table, column)).sort()).toEqual([...values].sort())
  })

  test('has the Aisne: its communes, its help number', async () => {
    expect(await db().commune.count({ where: { departementCode: '02' } })).toBe(communes.length)
    expect(await db().territory.findFirst()).toMatchObject({
      name: 'Aisne',
      departementCode: '02',
      helpPhone: '+33323248900',
    })
    expect(await db().occupation.count()).toBeGreaterThan(90)
    expect(await db().skill.count()).toBeGreaterThan(50)
    expect(await db().licence.count()).toBeGreaterThan(20)
  })

  test('is about fictional people only', async () => {
    const accounts = await db().account.findMany()
    expect(accounts.filter(({ phone }) => phone && !/^\+3363998\d{4}$/.test(phone))).toEqual([])
    expect(accounts.filter(({ email }) => email && !email.endsWith('@example.org'))).toEqual([])
    expect(accounts.filter(({ phone, email }) => !phone && !email)).toEqual([])
    expect(
      accounts.filter(
        ({ channel, phone, email }) => (channel === 'sms' && !phone) || (channel === 'email' && !email),
      ),
    ).toEqual([])
  })

  test('has a dozen named accounts of every role of the demo, with their profile or organisation', async () => {
    const accounts = await db().account.findMany({
      where: { isDemo: true },
      include: { profile: { include: { commune: true } }, memberships: true },
    })
    expect(accounts.length).toBeGreaterThanOrEqual(12)
    const roles = new Set(accounts.map(({ role }) => role))
    expect([...roles].sort()).toEqual([
      'administrator',
      'candidate',
      'hotline',
      'recruiter',
      'referent',
      'relation_officer',
    ])
    const candidates = accounts.filter(({ role }) => role === 'candidate')
    expect(
      candidates.some(({ channel, profile }) => channel === 'sms' && profile?.commune.name === 'Laon'),
    ).toBe(true)
    expect(candidates.some(({ channel }) => channel === 'email')).toBe(true)
    for (const { role, memberships } of accounts)
      if (role === 'recruiter') expect(memberships.length).toBeGreaterThan(0)
  })

  test('has somebody in two organisations, a post with an organisation, and two invitations that wait', async () => {
    const accounts = await db().account.findMany({ where: { isDemo: true }, include: { memberships: true } })
    const hatsOf = (role: string) =>
      accounts.filter((one) => one.role === role).map((one) => one.memberships.length)
    expect(Math.max(...hatsOf('recruiter'))).toBe(2)
    expect(Math.max(...hatsOf('relation_officer'))).toBe(1)
    const waiting = await db().invitation.findMany({ where: { usedAt: null, revokedAt: null } })
    expect(waiting.map(({ role }) => role).sort()).toEqual(['facilitator', 'recruiter'])
  })

  test('has an account in each stopped state, known by its number', async () => {
    const stopped = await db().account.findMany({ where: { isDemo: true, status: 'suspended' } })
    expect(stopped.map(({ suspensionReason }) => suspensionReason).sort()).toEqual(
      [...SUSPENSION_REASONS].sort(),
    )
    expect(stopped.every(({ phone }) => phone)).toBe(true)
  })

  test('shows recent offers that are still alive, placed, and all indexed', async () => {
    const published = await db().offer.findMany({ where: { state: 'published' } })
    for (const offer of published) {
      expect(offer.publishedAt?.getTime()).toBeGreaterThan(NOW.getTime() - 62 * 86_400_000)
      expect(offer.publishedAt?.getTime()).toBeLessThanOrEqual(NOW.getTime())
      expect(offer.expiresAt?.getTime()).toBeGreaterThan(NOW.getTime())
      expect(offer.latitude).not.toBeNull()
      if (offer.kind === 'volunteering') expect(offer.description.length).toBeGreaterThanOrEqual(300)
      if (offer.startsOn && offer.endsOn) expect(offer.startsOn <= offer.endsOn).toBe(true)
      expect(offer.hoursPerWeek ?? 0).toBeLessThanOrEqual(48)
    }
    const [row] = await queryRows<{ count: number }>('select count(*)::int as count from search.offer')
    expect(row?.count).toBe(published.length)
    expect(await db().offer.count({ where: { source: 'france-travail', state: 'published' } })).toBe(3)
  })

  test('keeps the history of each gesture and leaves only the last hour to the worker', async () => {
    const waiting = await db().outboxEvent.findMany({ where: { relayedAt: null } })
    expect(waiting.map(({ type }) => type)).toEqual(['match.approved', 'invitation.sent', 'invitation.sent'])
    expect(await db().outboxEvent.count()).toBeGreaterThan(40)
    const orphans = await queryRows(
      `select id from offer o where version <> (select count(*) from offer_change c where c.offer_id = o.id)`,
    )
    expect(orphans).toEqual([])
    expect(
      await queryRows('select 1 from application where updated_at > $1 or created_at > $1', [NOW]),
    ).toEqual([])
  })

  test('never solicits a person more often than she or he chose', async () => {
    const over = await queryRows(
      `select a.id from message m join account a on a.id = m.account_id where m.kind = 'match_proposed' and not a.is_demo
       group by a.id, date_trunc('month', m.created_at) having count(*) > greatest(1, a.monthly_solicitations)`,
    )
    expect(over).toEqual([])
  })

  test('holds nothing that nightly work would at once close or remind of', async () => {
    const today = parisDate(NOW)
    const due = await queryRows(
      `select id from application where state in ('sent', 'seen') and reminded_at is null and promised_on <= $1::date`,
      [addDays(today, REMINDER_LEAD_DAYS)],
    )
    expect(due).toEqual([])
    expect(await db().offer.count({ where: { state: 'published', expiresAt: { lte: NOW } } })).toBe(0)
  })
})

describe('the same seed', () => {
  const CONTENT = [
    `select title, description, kind, state, version, published_at, commune_code, starts_on, details from offer order by 1, 2, 6, 4, 8, 7`,
    `select first_name, last_name, phone, email, channel, status, created_at from account order by 1, 2, 3, 4`,
    `select state, created_at, promised_on, sentence, refusal_reason from application order by 2, 1, 3`,
    `select score_tenths, distance_km, state, criteria from match order by 1, 2, 3, 4`,
    `select state, kind, channel, created_at from message order by 4, 1`,
    `select type, occurred_at from outbox_event order by sequence`,
  ]
  const url = process.env.DATABASE_URL
  const drops: (() => Promise<void>)[] = []

  async function contentOf(seed: number): Promise<string[]> {
    const database = await createTestDatabase()
    drops.push(database.drop)
    await closeDb()
    await closeRaw()
    process.env.DATABASE_URL = database.url
    await seedDatabase({ counts: SMALL, now: NOW, seed })
    return Promise.all(CONTENT.map(async (sql) => JSON.stringify(await queryRows(sql))))
  }

  afterAll(async () => {
    await closeDb()
    await closeRaw()
    process.env.DATABASE_URL = url
    for (const drop of drops) await drop()
  })

  test('gives the same content, another one another', { timeout: 120_000 }, async () => {
    const [once, again, other] = [await contentOf(1), await contentOf(1), await contentOf(2)]
    expect(again).toEqual(once)
    expect(other[0]).not.toEqual(once[0])
  })
})
