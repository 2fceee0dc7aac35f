import type { Db } from './client.server.ts'

/** At most `max` attempts under a key in each window of `windowSeconds`, windows counted from 1970. */
export type RateLimit = { key: string; windowSeconds: number; max: number }

/**
 * Counts one attempt and returns true while there is room; every attempt counts, those refused too. Several processes may
 * count at once. `key` holds no phone and no e-mail in clear.
 */
export async function takeAttempt(
  db: Db,
  { key, windowSeconds, max }: RateLimit,
  now: Date,
): Promise<boolean> {
  const windowMs = windowSeconds * 1000
  const windowStart = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  const expiresAt = new Date(windowStart.getTime() + windowMs)
  const [row] = await db.$queryRaw<{ count: number }[]>`
    insert into rate_limit (key, window_start, count, expires_at) values (${key}, ${windowStart}, 1, ${expiresAt})
    on conflict (key, window_start) do update set count = rate_limit.count + 1
    returning count`
  return (row?.count ?? 0) <= max
}

/** Removes the windows that are over. Returns how many. */
export async function deleteOldAttempts(db: Db, now: Date): Promise<number> {
  return (await db.rateLimit.deleteMany({ where: { expiresAt: { lt: now } } })).count
}
