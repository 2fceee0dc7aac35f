import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Db, db } from '#app/db/client.server.ts'
import { appendEvents, markJobDone, markRelayed } from '#app/db/outbox.server.ts'
import { touchSession } from '#app/db/sessions.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { openSessionFor } from '#tests/factories/session.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

type Setting = { pid: number; setting: string }
const SETTING = `select pg_backend_pid() as pid, current_setting('synchronous_commit') as setting`
const settingIn = async (tx: Db) => (await tx.$queryRawUnsafe<Setting[]>(SETTING))[0]

async function newFact() {
  await appendEvents(db(), [{ type: 'offer.edited', payload: { offerId: randomUUID() } }], NOW)
  return (await db().outboxEvent.findFirstOrThrow({ orderBy: { sequence: 'desc' } })).id
}

async function newSession() {
  const { account } = await createCandidate()
  await openSessionFor(account.id, { now: NOW })
  return (await db().session.findFirstOrThrow()).idHash
}

/** What is written, of what. */
const WRITES: [string, () => Promise<string>, (tx: Db, id: string) => Promise<void>][] = [
  ['a fact handed over', newFact, (tx, id) => markRelayed(tx, { ids: [id], settledIds: [], now: NOW })],
  [
    'a job done',
    newFact,
    (tx, id) => markJobDone(tx, { job: 'rematch', facts: [{ id, expectedJobs: ['rematch'] }], now: NOW }),
  ],
  ['a session in use', newSession, (tx, id) => touchSession(tx, id, new Date(NOW.getTime() + 60_000))],
]

test.each(WRITES)('%s: that transaction waits for no disk, the next one does', async (_, make, write) => {
  const id = await make()
  const [usual] = await db().$queryRawUnsafe<Setting[]>(
    `select pg_backend_pid() as pid, set_config('synchronous_commit', 'on', false) as setting`,
  )
  const during = await db().$transaction(async (tx) => {
    await write(tx, id)
    return settingIn(tx)
  })
  expect(during).toEqual({ pid: usual?.pid, setting: 'off' })
  expect(await settingIn(db())).toEqual({ pid: usual?.pid, setting: 'on' })
})
