import { closeDb } from '#app/db/client.server.ts'
import { closeRaw } from '#app/db/raw.server.ts'
import { migrate } from './migrate.mjs'
import { readEnvFile } from './root.mjs'
import { openDatabase } from './services.mjs'

/** Says one line to whoever runs the command. */
export type Say = (line: string) => void

/** Runs work on the database of DATABASE_URL, else on the embedded one, started for the time of the work when needed. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  readEnvFile()
  const isGiven = Boolean(process.env.DATABASE_URL)
  const database = await openDatabase()
  for (const [name, value] of Object.entries(database.settings)) process.env[name] ??= value
  try {
    if (!isGiven) await migrate(database.url)
    return await work()
  } finally {
    await closeDb()
    await closeRaw()
    await database.stop()
  }
}

const MAX_LINES = 200

/** Says which rows were left out and why, 200 at most, then how many more there are. */
export function sayRejected(rejected: readonly { where: string; reason: string }[], say: Say): void {
  for (const { where, reason } of rejected.slice(0, MAX_LINES)) say(`  refused  ${where}: ${reason}`)
  if (rejected.length > MAX_LINES) say(`  refused  and ${rejected.length - MAX_LINES} more`)
}

/** Runs a command to its exit code; what it throws is said in one line. */
export async function runCommand(
  command: (args: string[], say: Say) => Promise<number>,
  usage: string,
): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2), console.log)
  } catch (error) {
    const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    console.error(error instanceof Error ? error.message : String(error))
    if (isUsage) console.error(`Usage: ${usage}`)
    process.exitCode = 1
  }
}
