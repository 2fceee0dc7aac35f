// What the sources generate and git does not hold: the Prisma client, and the core of the matching engine.
import { buildCore } from './core.mjs'
import { generateClient } from './prisma.mjs'

/** Writes what is missing or older than its sources; returns whether it wrote any. */
export function writeGenerated() {
  const wroteClient = generateClient()
  return buildCore() || wroteClient
}
