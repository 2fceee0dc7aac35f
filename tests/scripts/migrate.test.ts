import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from '#scripts/migrate.mjs'

let directory = ''
let url = ''
let count = 0

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'actifs-migrations-'))
  count += 1
  url = `${inject('databaseUrl')}/test_migrate_${process.pid}_${count}`
})
afterEach(() => rmSync(directory, { recursive: true }))

function write(name: string, sql: string) {
  mkdirSync(path.join(directory, name), { recursive: true })
  writeFileSync(path.join(directory, name, 'migration.sql'), sql)
}

async function query(text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

test('creates a missing database and applies what is new, in order, once', async () => {
  write('2_second', 'insert into a values (2)')
  write('1_first', 'create table a (n int); insert into a values (1)')
  expect(await migrate(url, { directory })).toEqual(['1_first', '2_second'])
  expect(await migrate(url, { directory })).toEqual([])
  write('3_third', 'insert into a values (3)')
  expect(await migrate(url, { directory })).toEqual(['3_third'])
  expect(await query('select n from a order by n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('several at the same time apply each migration once', async () => {
  write('1_first', 'create table a (n int); insert into a values (1)')
  const results = await Promise.all([1, 2, 3].map(() => migrate(url, { directory })))
  expect(results.flat()).toEqual(['1_first'])
  expect(await query('select n from a')).toEqual([{ n: 1 }])
})

test('a failing migration leaves nothing behind and blocks until it is repaired', async () => {
  write('1_first', 'create table a (n int); insert into nowhere values (1)')
  await expect(migrate(url, { directory })).rejects.toThrow(/1_first: relation "nowhere" does not exist/)
  expect(await query(`select to_regclass('a') as a`)).toEqual([{ a: null }])
  await expect(migrate(url, { directory })).rejects.toThrow(/1_first failed before/)
})

test('a migration changed after it was applied is refused', async () => {
  write('1_first', 'create table a (n int)')
  await migrate(url, { directory })
  write('1_first', 'create table a (n bigint)')
  await expect(migrate(url, { directory })).rejects.toThrow(/1_first was changed after it was applied/)
})
