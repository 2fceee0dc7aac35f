import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  accessesOf,
  hashOfAccess,
  hashOfReason,
  logAccesses,
  removeOldAccesses,
  verifyAccessLog,
} from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { access, asIntruder, emptyAccessLog, lines, log } from '#tests/factories/access.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const DAY_MS = 86_400_000
const days = (count: number) => new Date(NOW.getTime() + count * DAY_MS)

beforeEach(emptyAccessLog)

describe('adding', () => {
  test('chains each line to the one before, whoever writes at once', async () => {
    const writers = Array.from({ length: 12 }, (_, n) =>
      log(...Array.from({ length: n % 4 }, () => access()), access()),
    )
    expect((await Promise.all(writers)).every(({ ok }) => ok)).toBe(true)
    const all = await lines()
    expect(all.map(({ sequence }) => Number(sequence))).toEqual(all.map((_, n) => n + 1))
    expect(all).toHaveLength(30)
    expect(await verifyAccessLog(db(), 7)).toBeNull()
  })

  test('a line refused leaves nothing, and the role is given back', async () => {
    const result = await inTransaction(async (tx) => {
      await logAccesses(tx, [access()])
      const [row] = await tx.$queryRaw<
        { who: string; me: string }[]
      >`select current_user as who, session_user as me`
      expect(row?.who).toBe(row?.me)
      return refuse('forbidden')
    })
    expect(result.ok).toBe(false)
    expect(await lines()).toEqual([])
  })

  test('whatever is typed, the line is hashed by the database as it is verified here', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes('\u0000')),
        async (reason) => {
          await log(access({ reason, organisationId: newId() }))
          const line = (await lines()).at(-1)
          expect(line && hashOfAccess(line)).toBe(line?.hash)
          const kept = await db().accessReason.findUniqueOrThrow({ where: { hash: line?.reasonHash ?? '' } })
          expect(kept).toMatchObject({ reason, profileId: line?.profileId, hash: hashOfReason(kept) })
        },
      ),
      { numRuns: 50 },
    )
    expect(await verifyAccessLog(db())).toBeNull()
  })

  test('nobody is logged for reading her or himself, and nobody without an account', () => {
    const reading = { purpose: 'profile', at: NOW, profileIds: [newId()] } as const
    const [accountId, territoryId, profileId] = [newId(), newId(), newId()]
    expect(accessesOf({ kind: 'candidate', accountId, territoryId, profileId }, reading)).toEqual([])
    expect(accessesOf({ kind: 'anonymous' }, reading)).toEqual([])
    expect(accessesOf({ kind: 'system' }, reading)).toEqual([])
  })
})

describe('cheating is refused by the database, to its owner too', () => {
  const APPEND_ONLY = /append-only/
  test.each([
    ['an update', `update access_log set account_id = gen_random_uuid()`],
    ['an update of a reason', `update access_reason set reason = 'autre'`],
    ['a reason taken away', 'delete from access_reason'],
    ['a truncation of the reasons', 'truncate access_reason'],
    ['a deletion', 'delete from access_log'],
    ['a truncation', 'truncate access_log'],
    ['a truncation with others', 'truncate account, access_log cascade'],
    ['an anchor put further', `insert into access_log_anchor values (1, 99, 'x')`],
  ])('%s', async (_, sql) => {
    await log(access(), access({ reason: 'Elle m’a appelée.' }))
    await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(APPEND_ONLY)
    expect(await db().accessReason.count()).toBe(1)
    expect(await verifyAccessLog(db())).toBeNull()
    expect(await lines()).toHaveLength(2)
  })

  test.each([
    'update access_log set role = role',
    'delete from access_log',
    'truncate access_log',
    'update access_reason set reason = reason',
    'delete from access_reason',
  ])('the role that writes has no right to: %s', async (sql) => {
    await log(access({ reason: 'Elle m’a appelée.' }))
    const attempt = db().$transaction([
      db().$executeRawUnsafe('set local role actifs_access_log'),
      db().$executeRawUnsafe(sql),
    ])
    await expect(attempt).rejects.toThrow(/permission denied/)
  })

  test('lines are added as the role that can add and read alone, at the call of nobody else', async () => {
    const withoutRight = db().$transaction(async (tx) => {
      await tx.$executeRawUnsafe('revoke insert on access_log from actifs_access_log')
      await logAccesses(tx, [access()])
    })
    await expect(withoutRight).rejects.toThrow(/permission denied for table access_log/)
    const byAnother = db().$transaction(async (tx) => {
      await tx.$executeRawUnsafe('set local role actifs_access_log_keeper')
      await logAccesses(tx, [access()])
    })
    await expect(byAnother).rejects.toThrow(/permission denied for function log_accesses/)
    expect(await lines()).toEqual([])
  })

  test.each(['account', 'profile', 'session', 'outbox_event'])(
    'the role that writes reads nothing else: %s',
    async (table) => {
      const attempt = db().$transaction([
        db().$executeRawUnsafe('set local role actifs_access_log'),
        db().$queryRawUnsafe(`select * from ${table}`),
      ])
      await expect(attempt).rejects.toThrow(/permission denied/)
    },
  )

  test('a line with a hash and a place of its own choice is chained all the same', async () => {
    await log(access())
    const { reason: _, ...line } = access()
    const forged = { ...line, sequence: 77n, previousHash: 'f'.repeat(64), hash: 'e'.repeat(64) }
    await db().accessLog.createMany({ data: [forged] })
    expect((await lines()).map(({ sequence }) => Number(sequence))).toEqual([1, 2])
    expect(await verifyAccessLog(db())).toBeNull()
  })
})

describe('cheating with the guards taken off is found', () => {
  test.each([
    ['a reader changed', `update access_log set account_id = gen_random_uuid() where sequence = 3`, 3n],
    ['a date changed', `update access_log set at = at - interval '1 second' where sequence = 2`, 2n],
    ['a hash of a reason changed', `update access_log set reason_hash = 'autre' where sequence = 5`, 5n],
    ['a line removed', `delete from access_log where sequence = 3`, 4n],
    ['the first lines removed', `delete from access_log where sequence < 3`, 3n],
    [
      'a hash of its own choice',
      `insert into access_log select 6, at, territory_id, account_id, role, organisation_id, profile_id, purpose, hash, repeat('a', 64) from access_log where sequence = 5`,
      6n,
    ],
    [
      'two lines exchanged',
      `update access_log set sequence = case sequence when 2 then -4 else -2 end where sequence in (2, 4);`,
      3n,
    ],
  ])('%s', async (_, sql, broken) => {
    for (let n = 0; n < 5; n++) await log(access({ at: days(n) }))
    expect(await verifyAccessLog(db())).toBeNull()
    await asIntruder(sql)
    expect(await verifyAccessLog(db(), 2)).toBe(broken)
  })

  test('two lines that take each other’s number', async () => {
    for (let n = 0; n < 5; n++) await log(access({ at: days(n) }))
    await asIntruder('update access_log set sequence = sequence + 100 where sequence in (2, 4)')
    await asIntruder('update access_log set sequence = 106 - sequence where sequence > 100')
    expect((await lines()).map(({ sequence }) => Number(sequence))).toEqual([1, 2, 3, 4, 5])
    expect(await verifyAccessLog(db())).toBe(2n)
  })
})

describe('twelve months', () => {
  test('older lines go, the chain still holds and still finds a change', async () => {
    for (const day of [0, 1, 200, 366, 500]) await log(access({ at: days(day) }))
    expect(await removeOldAccesses(db(), days(500))).toBe(2)
    expect((await lines()).map(({ sequence }) => Number(sequence))).toEqual([3, 4, 5])
    expect(await verifyAccessLog(db())).toBeNull()
    await log(access({ at: days(501) }))
    expect(await verifyAccessLog(db())).toBeNull()
    await asIntruder('delete from access_log where sequence = 3')
    expect(await verifyAccessLog(db())).toBe(4n)
  })

  test('every line may go, and the chain goes on from the last one', async () => {
    await log(access({ at: days(-2000) }), access({ at: days(-1999) }))
    expect(await removeOldAccesses(db(), days(0))).toBe(2)
    expect(await removeOldAccesses(db(), days(0))).toBe(0)
    await log(access())
    expect((await lines()).map(({ sequence }) => Number(sequence))).toEqual([3])
    expect(await verifyAccessLog(db())).toBeNull()
  })

  test('nobody empties it by telling another date', async () => {
    await log(access({ at: new Date() }), access({ at: new Date() }))
    expect(await removeOldAccesses(db(), days(100_000))).toBe(0)
    expect(await lines()).toHaveLength(2)
  })

  test('a line added late with an early date keeps those before it', async () => {
    await log(access({ at: days(0) }), access({ at: days(490) }), access({ at: days(1) }))
    expect(await removeOldAccesses(db(), days(500))).toBe(1)
    expect((await lines()).map(({ sequence }) => Number(sequence))).toEqual([2, 3])
  })
})
