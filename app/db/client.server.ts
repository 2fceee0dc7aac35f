import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#app/system/env.server.ts'
import { PrismaClient } from './generated/client.ts'
import { createStatementNames } from './statement-names.server.ts'

/** A Prisma client, or the same inside a transaction. */
export type Db = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

const MAX_CONNECTIONS = 10
const SECONDS = 1000

let client: PrismaClient | undefined

// Compiling a plan, or starting a second process for it, takes longer than the short statements sent here; pages come from
// memory or a fast disk.
const SHORT_STATEMENTS = '-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1'

/** The process's one Prisma client, made at first use from DATABASE_URL. Throws when the environment is wrong. */
export function db(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        max: MAX_CONNECTIONS,
        connectionTimeoutMillis: 5 * SECONDS,
        options: SHORT_STATEMENTS,
      },
      { statementNameGenerator: createStatementNames() },
    ),
  })
  return client
}

/** Closes the connections of this process. The next call of `db()` opens new ones. */
export async function closeDb(): Promise<void> {
  await client?.$disconnect()
  client = undefined
}
