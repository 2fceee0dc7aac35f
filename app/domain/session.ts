import type { Actor, Role } from './actor.ts'

const HOUR_MS = 3_600_000

/** How long somebody stays signed in, in milliseconds: 30 days for a candidate, 12 hours for a professional. */
export const sessionLifetimeMs = (role: Role): number => (role === 'candidate' ? 30 * 24 : 12) * HOUR_MS

/** Somebody signed in: the account, and what gives it a hat. `organisationIds` are its own, first joined first. */
export type SignedIn = {
  accountId: string
  territoryId: string
  role: Role
  profileId: string | null
  organisationIds: string[]
  /** The organisation chosen for this session; null is the first joined. */
  chosenOrganisationId: string | null
}

/** The actor of a session. Somebody whose hat lacks its profile or organisation acts as nobody. */
export function actorOf(signedIn: SignedIn): Actor {
  const { accountId, territoryId, role, profileId, organisationIds, chosenOrganisationId } = signedIn
  if (role === 'candidate')
    return profileId ? { kind: 'candidate', accountId, profileId, territoryId } : { kind: 'anonymous' }
  if (role !== 'recruiter') return { kind: role, accountId, territoryId }
  const organisationId = organisationIds.find((id) => id === chosenOrganisationId) ?? organisationIds[0]
  return organisationId
    ? { kind: 'recruiter', accountId, organisationId, territoryId }
    : { kind: 'anonymous' }
}
