// What `pg` says when no connection came free in `connectionTimeoutMillis`, and what Prisma says in its place or of a
// transaction that could not begin (P2024, P2028: https://www.prisma.io/docs/orm/reference/error-reference).
const NO_CONNECTION = 'timeout exceeded when trying to connect'
const CODES = ['P2024', 'P2028']

/** True when work failed because every connection of this process was taken. */
export const isDatabaseBusy = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === NO_CONNECTION || ('code' in error && CODES.includes(String(error.code))))
