import { beforeEach, describe, expect, test } from 'vitest'
import { accessesOf, logAccesses, recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { newId } from '#app/system/id.server.ts'
import { createAccount, createOfficer } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker, listDelivered, listMessages, type TestWorker } from './worker-context.ts'

useTestDatabase()

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS
const people = (count: number) => Array.from({ length: count }, newId)
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS)

let worker: TestWorker
let officer: Extract<Actor, { kind: 'relation_officer' }>
beforeEach(async () => {
  worker = createTestWorker()
  await db().$executeRaw`truncate outbox_event, message, local_delivery, account cascade`
  const created = await createOfficer()
  officer = { ...created.actor, kind: 'relation_officer' }
})

const read = (count: number, at = NOW) =>
  recordReading(officer, { purpose: 'list', at, profileIds: people(count) })
const administrator = (territoryId = officer.territoryId) =>
  createAccount({ role: 'administrator', territoryId, channel: 'email' })

/** A day on which the officer read so many people. */
const usual = (daysAgo: number, count: number) =>
  db().$transaction((tx) =>
    logAccesses(
      tx,
      accessesOf(officer, {
        purpose: 'list',
        at: new Date(NOW.getTime() - daysAgo * DAY_MS),
        profileIds: people(count),
      }),
    ),
  )

describe('reading too many people', () => {
  test('tells every administrator of the territory, once an hour, without any name', async () => {
    const told = [await administrator(), await administrator()]
    const far = await createTerritory({ departementCode: '01', name: 'Ain' })
    await administrator(far.id)
    await createAccount({ role: 'administrator', territoryId: officer.territoryId, status: 'suspended' })
    await read(90)
    await worker.runAll()
    expect(await listMessages()).toEqual([])
    expect(await read(1, minutesLater(1))).toMatchObject({ ok: true })
    expect(await read(100, minutesLater(2))).toMatchObject({ ok: true })
    await worker.runAll()
    const delivered = await listDelivered()
    expect(delivered.map(({ recipient }) => recipient).sort()).toEqual(told.map(({ email }) => email).sort())
    for (const { subject, text } of delivered) {
      expect(`${subject}`).toMatch(/^Alerte : un compte a lu \d+ profils en 24 heures$/)
      expect(text).toContain('https://actifs.example.org/administration/consultations')
      expect(text).not.toMatch(/Dumont|Claire/)
    }
    expect(await read(1, minutesLater(61))).toMatchObject({ ok: true })
    await worker.runAll()
    expect(await listDelivered()).toHaveLength(4)
  })

  test('all at once: nothing is shown nor kept but the alarm', async () => {
    await administrator()
    const before = await db().accessLog.count()
    expect(await read(1000)).toMatchObject({ ok: false, refusal: { code: 'reading_stopped' } })
    expect(await db().accessLog.count()).toBe(before)
    await worker.runAll()
    expect(await listDelivered()).toHaveLength(1)
  })

  test('the fact and the job hold ids alone, and the message leaves as soon as the fact is relayed', async () => {
    await administrator()
    await read(120)
    const [event] = await db().outboxEvent.findMany()
    expect(event).toMatchObject({ type: 'reading.alarmed', payload: { accountId: officer.accountId } })
    await worker.runAll()
    const [message] = await listMessages()
    expect(message).toMatchObject({ kind: 'reading_alarm', sendAfter: NOW, createdAt: NOW })
    const [delivery] = await listDelivered()
    expect(delivery?.sentAt).toEqual(NOW)
  })
})

describe('three times the usual', () => {
  const alarms = () => db().outboxEvent.count({ where: { type: 'reading.alarmed' } })

  test('is reckoned on the latest fourteen days with a reading, and not on the others', async () => {
    for (let day = 24; day >= 20; day--) await usual(day, 5)
    for (let day = 15; day >= 2; day--) await usual(day, 60)
    await read(180)
    expect(await alarms()).toBe(0)
    await read(1, minutesLater(1))
    expect(await alarms()).toBe(1)
  })

  test('who reads little is not suspected before 90', async () => {
    for (let day = 7; day >= 2; day--) await usual(day, 2)
    await read(90)
    expect(await alarms()).toBe(0)
    await read(1)
    expect(await alarms()).toBe(1)
  })

  test('a slow theft is stopped too', async () => {
    let stolen = 0
    for (let hour = 0; hour < 24; hour++) if ((await read(40, minutesLater(hour * 60))).ok) stolen += 40
    expect(stolen).toBe(280)
  })
})
