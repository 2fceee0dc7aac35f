import { type Actor, isProfessional, type Role } from './actor.ts'

const HOUR_MS = 3_600_000

/** How long a professional's screens stay open without a gesture, in milliseconds. */
export const IDLE_LIMIT_MS = HOUR_MS / 2

/** A place somebody has on the platform: a role, with its organisation for a recruiter. */
export type Hat = { role: Role; organisationId: string | null }

/** What an account has: `organisationIds` are its own, first joined first. */
export type HatOwner = {
  role: Role
  profileId: string | null
  organisationIds: readonly string[]
}

/** Every hat of an account, the one worn by default first: its post, then its organisations, then its own profile. */
export function hatsOf({ role, profileId, organisationIds }: HatOwner): Hat[] {
  const post: Hat[] = isProfessional(role) ? [{ role, organisationId: null }] : []
  const recruiter = organisationIds.map((organisationId): Hat => ({ role: 'recruiter', organisationId }))
  const candidate: Hat[] = profileId ? [{ role: 'candidate', organisationId: null }] : []
  return role === 'candidate' ? [...candidate, ...recruiter] : [...post, ...recruiter, ...candidate]
}

/** True when both are the same place. */
export const isSameHat = (one: Hat, other: Hat): boolean =>
  one.role === other.role && one.organisationId === other.organisationId

/**
 * How long somebody stays signed in, in milliseconds: 30 days for who is a candidate and nothing else, 12 hours for anybody
 * who also recruits or works for the territory.
 */
export const sessionLifetimeMs = (hats: readonly Hat[]): number =>
  (hats.every(({ role }) => role === 'candidate') ? 30 * 24 : 12) * HOUR_MS

/**
 * When a session that is renewed ends: as before, or sooner when its person has taken a hat that is worn for less long.
 */
export const renewedExpiry = (expiresAt: Date, hats: readonly Hat[], now: Date): Date =>
  new Date(Math.min(expiresAt.getTime(), now.getTime() + sessionLifetimeMs(hats)))

/** Somebody signed in: the account, what it has, the hat chosen for this session, and how the session stands. */
export type SignedIn = HatOwner & {
  accountId: string
  territoryId: string
  worn: Hat
  /** When the second factor was given in this session. */
  confirmedAt: Date | null
  lastSeenAt: Date
}

/** The hat worn in a session: the one chosen, the first when that one was taken away, null without any. */
export function wornHat(signedIn: Pick<SignedIn, 'worn'> & HatOwner): Hat | null {
  const hats = hatsOf(signedIn)
  return hats.find((hat) => isSameHat(hat, signedIn.worn)) ?? hats[0] ?? null
}

/**
 * The actor of a session at an instant. Nobody when a professional has made no gesture for half an hour; `newcomer` without
 * any hat; `unconfirmed` when a professional has not given the second factor in this session.
 */
export function actorOf(signedIn: SignedIn, now: Date): Actor {
  const { accountId, territoryId, profileId, confirmedAt, lastSeenAt } = signedIn
  const hat = wornHat(signedIn)
  if (!hat) return { kind: 'newcomer', accountId, territoryId }
  if (hat.role === 'recruiter')
    return { kind: 'recruiter', accountId, organisationId: hat.organisationId ?? '', territoryId }
  if (hat.role === 'candidate')
    return { kind: 'candidate', accountId, profileId: profileId ?? '', territoryId }
  if (now.getTime() - lastSeenAt.getTime() > IDLE_LIMIT_MS) return { kind: 'anonymous' }
  if (!confirmedAt) return { kind: 'unconfirmed', accountId, territoryId }
  return { kind: hat.role, accountId, territoryId }
}
