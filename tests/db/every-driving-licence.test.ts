import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { drivingLicences } from '#prisma/reference/credentials.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

const migration = new URL(
  '../../prisma/migrations/20261124000000_every_driving_licence/migration.sql',
  import.meta.url,
)
const LACKED = ['B1', 'C1E', 'D1E', 'DE']
const migrate = () => db().$executeRawUnsafe(readFileSync(migration, 'utf8'))
const written = () => db().licence.findMany({ orderBy: { code: 'asc' } })

useTestDatabase()
beforeEach(() => db().licence.deleteMany())

test('a reference written before has every driving licence, called as a new one calls it', async () => {
  await db().licence.createMany({ data: drivingLicences.filter(({ code }) => !LACKED.includes(code)) })
  await migrate()
  const byCode = [...drivingLicences].sort((a, b) => (a.code < b.code ? -1 : 1))
  expect(await written()).toEqual(byCode)
})

test('a licence already there keeps its label, and an empty reference stays empty', async () => {
  await migrate()
  expect(await written()).toEqual([])
  await db().licence.create({ data: { code: 'DE', label: 'Autocar avec remorque' } })
  await migrate()
  expect((await written()).find(({ code }) => code === 'DE')?.label).toBe('Autocar avec remorque')
})
