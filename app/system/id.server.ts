import { randomUUID } from 'node:crypto'

/** A new identifier. The domain never makes one: it is handed in. */
export const newId = (): string => randomUUID()

/**
 * A new identifier that stands after those made in earlier milliseconds (RFC 9562, version 7), and tells when it was made. For rows
 * written by the hundred: they stand side by side in the index of the identifiers, where random ones touch a page each.
 */
export function newOrderedId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
