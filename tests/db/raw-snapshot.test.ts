import { expect, test } from 'vitest'
import { inSnapshot, queryTexts } from '#app/db/raw.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a snapshot whose connection ends rejects, and nothing else happens', async () => {
  const reading = inSnapshot(async ({ texts }) => {
    const [[pid] = []] = await texts('select pg_backend_pid()')
    await queryTexts('select pg_terminate_backend($1::int)', [pid])
    await pause(200)
    return texts('select 1')
  })
  await expect(reading).rejects.toThrow()
  expect(await inSnapshot(({ texts }) => texts('select 1'))).toEqual([['1']])
})
