import { Prisma } from './generated/client.ts'

/**
 * A table expression, to be read in the statement: its transaction ends without waiting for the disk. For what is done again, the same, or
 * may be forgotten, when a crash of the server takes it back.
 */
export const UNHURRIED = Prisma.sql`unhurried as materialized (select set_config('synchronous_commit', 'off', true))`
