import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createStatementNames } from '#app/db/statement-names.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const asked = (
  name: ReturnType<typeof createStatementNames>,
  sql: string,
  times: number,
  args: unknown[] = [1],
) => Array.from({ length: times }, () => name({ sql, args }))

describe('a statement is named', () => {
  test('once it has come five times, always the same way, and another otherwise', () => {
    const name = createStatementNames()
    expect(asked(name, 'select $1', 4)).toEqual(['', '', '', ''])
    const [first, again] = asked(name, 'select $1', 2)
    expect(first).not.toBe('')
    expect(again).toBe(first)
    const other = asked(name, 'select $1 + 1', 5)[4]
    expect(other).not.toBe('')
    expect(other).not.toBe(first)
  })

  test('never without values, nor with a list among them', () => {
    const name = createStatementNames()
    expect(new Set(asked(name, 'commit', 10, []))).toEqual(new Set(['']))
    expect(new Set(asked(name, 'select any($1)', 10, [[1, 2]]))).toEqual(new Set(['']))
  })

  test('at most three hundred times, however many texts come', () => {
    const name = createStatementNames()
    const names = Array.from({ length: 5000 }, (_, at) => asked(name, `select $1 + ${at}`, 5)[4])
    expect(new Set(names.filter((one) => one !== '')).size).toBe(300)
  })
})

describe('statements kept by the server', () => {
  test('answer as before once their plan is kept, whatever the values', async () => {
    for (let i = 0; i < 20; i++)
      expect(await db().$queryRaw`select ${i}::int + ${i % 3}::int as sum`).toEqual([{ sum: i + (i % 3) }])
  })

  test('have their names on the connection', async () => {
    const kept = await db().$transaction(async (tx) => {
      for (let i = 0; i < 8; i++) await tx.$queryRaw`select ${i}::int * 2 as twice`
      return tx.$queryRaw<{ statement: string }[]>`
        select statement from pg_prepared_statements where name like 'kept_%' and statement like '%as twice'`
    })
    expect(kept).toHaveLength(1)
  })

  test('are still there after one that failed', async () => {
    const half = (by: number) => db().$queryRaw<{ half: number }[]>`select 10 / ${by}::int as half`
    for (let i = 0; i < 8; i++) expect(await half(2)).toEqual([{ half: 5 }])
    await expect(half(0)).rejects.toThrow(/division/)
    expect(await half(5)).toEqual([{ half: 2 }])
  })
})
