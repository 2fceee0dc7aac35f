import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { queryRows } from '#app/db/raw.server.ts'
import { searchEverywhere } from '#tests/setup/catalogue.ts'
import { type Canary, marksOf } from './canary.ts'

/** Where each canary still is: in which tables of any schema, the queue's and the search's among them. */
export async function tracesInTables(canaries: readonly Canary[]): Promise<Map<string, string[]>> {
  const found = await searchEverywhere(canaries.flatMap(marksOf))
  const traces = new Map<string, string[]>()
  for (const one of canaries) {
    const tables = marksOf(one).flatMap((mark) => found.get(mark) ?? [])
    if (tables.length > 0) traces.set(one.word, [...new Set(tables)].sort())
  }
  return traces
}

/** The canaries that these lines give away. */
export const tracesInLines = (canaries: readonly Canary[], lines: readonly string[]): string[] => {
  const whole = lines.join('\n')
  return canaries.filter((one) => marksOf(one).some((mark) => whole.includes(mark))).map(({ word }) => word)
}

/**
 * The files of this database, catalogue and statistics among them, that give a canary away, once every table has been written
 * afresh and every page is on disk. Values that PostgreSQL compresses (rows above 2 kB) are read by `tracesInTables` alone; the
 * write-ahead log and backups are no part of these files and last as long as the server is told to keep them.
 */
export async function tracesOnDisk(
  canaries: readonly Canary[],
): Promise<{ files: number; traces: string[] }> {
  await queryRows('vacuum (full)')
  await queryRows('checkpoint')
  const [place] = await queryRows<{ folder: string; oid: string }>(
    `select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`,
  )
  const folder = path.join(place?.folder ?? '', 'base', place?.oid ?? '')
  const marks = canaries.flatMap((one) => marksOf(one).map((mark) => ({ mark, word: one.word })))
  const traces: string[] = []
  const files = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).size > 0)
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file)).toString('latin1')
    const words = marks.filter(({ mark }) => bytes.includes(mark)).map(({ word }) => word)
    if (words.length > 0) traces.push(`${await relationOf(file)}: ${words.length} marks, such as ${words[0]}`)
  }
  return { files: files.length, traces }
}

async function relationOf(file: string): Promise<string> {
  const [row] = await queryRows<{ name: string | null }>(
    `select pg_filenode_relation(0, $1::oid)::regclass::text as name`,
    [file.match(/^\d+/)?.[0] ?? '0'],
  ).catch(() => [])
  return row?.name ?? file
}
