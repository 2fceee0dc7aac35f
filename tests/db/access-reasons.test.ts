import { beforeEach, describe, expect, test } from 'vitest'
import { removeOldAccesses, verifyAccessLog } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { newId } from '#app/system/id.server.ts'
import { access, asIntruder, emptyAccessLog, log } from '#tests/factories/access.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)

beforeEach(emptyAccessLog)

describe('a typed reason', () => {
  const FREE = ['disable trigger user', 'drop constraint access_reason_hash']
  const asReasonIntruder = (sql: string) =>
    db().$transaction([
      ...FREE.map((change) => db().$executeRawUnsafe(`alter table access_reason ${change}`)),
      db().$executeRawUnsafe(sql),
      db().$executeRawUnsafe('alter table access_reason enable trigger user'),
      db().$executeRawUnsafe(`alter table access_reason add constraint access_reason_hash
        check (hash = encode(sha256(convert_to(salt || '|' || reason, 'UTF8')), 'hex')) not valid`),
    ])

  test.each([
    ['changed', `update access_reason set reason = 'autre' where reason = 'Elle m’a appelée.'`],
    ['taken away', `delete from access_reason where reason = 'Elle m’a appelée.'`],
  ])('%s while the person is here is found', async (_, sql) => {
    const { profile } = await createCandidate()
    await log(access(), access({ profileId: profile.id, reason: 'Elle m’a appelée.' }))
    expect(await verifyAccessLog(db())).toBeNull()
    await asReasonIntruder(sql)
    expect(await verifyAccessLog(db())).toBe(2n)
  })

  test('goes with the person, of her or him alone, and the chain holds', async () => {
    const [gone, stays] = [await createCandidate(), await createCandidate()]
    for (const { profile } of [gone, stays])
      await log(access({ profileId: profile.id, reason: `${gone.account.lastName} a appelé.` }))
    await db().account.delete({ where: { id: gone.account.id } })
    expect(await db().accessReason.findMany()).toMatchObject([{ profileId: stays.profile.id }])
    expect(await verifyAccessLog(db())).toBeNull()
    await asIntruder('update access_log set reason_hash = null where sequence = 1')
    expect(await verifyAccessLog(db())).toBe(1n)
  })

  test('goes with its line after twelve months', async () => {
    await log(access({ at: days(0), reason: 'Ancienne.' }), access({ at: days(500), reason: 'Récente.' }))
    await removeOldAccesses(db(), days(500))
    expect(await db().accessReason.findMany()).toMatchObject([{ reason: 'Récente.' }])
    expect(await verifyAccessLog(db())).toBeNull()
  })

  test('is kept under its own hash alone', async () => {
    const row = { hash: 'f'.repeat(64), profileId: newId(), salt: 'sel', reason: 'Elle m’a appelée.' }
    await expect(db().accessReason.create({ data: row })).rejects.toThrow(/access_reason_hash/)
  })
})
