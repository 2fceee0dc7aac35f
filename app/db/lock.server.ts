import type { Db } from './client.server.ts'

/** Lets one transaction at a time act on a thing: the others wait here until it ends, and then read what it left. */
export async function lockThing(
  tx: Db,
  kind: 'offer' | 'application' | 'account' | 'organisation' | 'territory' | 'contact',
  id: string,
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('act on ' || ${kind}::text || ${id}::text, 0))`
}
