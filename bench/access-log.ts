// How many readings a second the access log takes, chained one to the other, against plain inserts of the same rows.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { migrate } from '#scripts/migrate.mjs'
import { startPostgres } from '#scripts/services.mjs'
import { access, log } from '#tests/factories/access.ts'
import { printTable } from './table.ts'

const WRITERS = [1, 4, 16]
const ROUNDS = 3
/** Readings a second that the platform is made for. */
const WANTED = 50

/** Runs `write` so many times, so many at once: how many a second. */
async function pace(writers: number, count: number, write: () => Promise<unknown>): Promise<number> {
  let left = count
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (left-- > 0) await write()
    }),
  )
  return count / ((performance.now() - startedAt) / 1000)
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** `npm run bench -- access-log [--count 300]`: a table, then one line of JSON. Both are written in turn, in the same run. */
export async function run(args: string[]) {
  const { values } = parseArgs({ args, options: { count: { type: 'string', default: '300' } } })
  const count = Number(values.count)
  const postgres = await startPostgres()
  process.env.DATABASE_URL = postgres.url
  process.env.NODE_ENV ??= 'development'
  await migrate(postgres.url)
  const { closeDb, db } = await import('#app/db/client.server.ts')
  const rows = []
  try {
    await db().$executeRaw`create table plain_log (like access_log including defaults including indexes)`
    const chained = () => log(access())
    const plain = () => {
      const { at, territoryId, accountId, role, profileId, purpose } = access()
      return db().$transaction(
        (tx) => tx.$executeRaw`
          insert into plain_log (sequence, at, territory_id, account_id, role, profile_id, purpose, previous_hash, hash)
          values ((random() * 9e18)::bigint, ${at}, ${territoryId}::uuid, ${accountId}::uuid, ${role}, ${profileId}::uuid,
            ${purpose}, repeat('0', 64), repeat('0', 64))`,
      )
    }
    for (const writers of WRITERS) {
      const rounds = []
      for (let round = 0; round < ROUNDS; round++)
        rounds.push({
          plain: await pace(writers, count, plain),
          chained: await pace(writers, count, chained),
        })
      rows.push({
        writers,
        plain: Math.round(median(rounds.map((one) => one.plain))),
        chained: Math.round(median(rounds.map((one) => one.chained))),
        ratio: Math.round(median(rounds.map((one) => one.chained / one.plain)) * 100) / 100,
      })
    }
  } finally {
    await closeDb()
    await postgres.stop()
  }
  printTable(rows)
  const isEnough = rows.every(({ chained }) => chained >= WANTED)
  const machine = { load_average: Math.round(loadavg()[0] ?? 0), cores: cpus().length }
  console.log(JSON.stringify({ bench: 'access-log', a_second: rows, wanted: WANTED, isEnough, ...machine }))
}
