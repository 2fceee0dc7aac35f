import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#app/system/env.server.ts'
import { PrismaClient } from './generated/client.ts'

/** A Prisma client, or the same inside a transaction. */
export type Db = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

const MAX_CONNECTIONS = 10
const SECONDS = 1000

let client: PrismaClient | undefined

/** The process's one Prisma client, made at first use from DATABASE_URL. Throws when the environment is wrong. */
export function db(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: 5 * SECONDS,
    }),
  })
  return client
}

/** Closes the connections of this process. The next call of `db()` opens new ones. */
export async function closeDb(): Promise<void> {
  await client?.$disconnect()
  client = undefined
}
