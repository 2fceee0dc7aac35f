/** What somebody may be on the platform. */
export const ROLES = [
  'candidate',
  'recruiter',
  'relation_officer',
  'hotline',
  'referent',
  'facilitator',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]
export type ProfessionalRole = Exclude<Role, 'candidate' | 'recruiter'>

/** The posts of the territory, in the order in which people meet them. */
export const PROFESSIONAL_ROLES = ROLES.filter(
  (role): role is ProfessionalRole => role !== 'candidate' && role !== 'recruiter',
)

/** True for whoever works for the territory: invited, never self-registered, and never without a second factor. */
export const isProfessional = (role: Role): role is ProfessionalRole =>
  role !== 'candidate' && role !== 'recruiter'

/** Somebody who works for the territory, one member a hat so that each can be told from the others. */
export type Professional = {
  [K in ProfessionalRole]: { kind: K; accountId: string; territoryId: string }
}[ProfessionalRole]

/**
 * Who acts: a person wearing one hat, nobody in particular, or the platform itself. `newcomer`: signed in, and without a hat
 * until she or he has finished signing up. `unconfirmed`: a professional who has not given her or his second factor.
 */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'newcomer'; accountId: string; territoryId: string }
  | { kind: 'unconfirmed'; accountId: string; territoryId: string }
  | { kind: 'candidate'; accountId: string; profileId: string; territoryId: string }
  | { kind: 'recruiter'; accountId: string; organisationId: string; territoryId: string }
  | Professional
  | { kind: 'system' }

export type ActorKind = Actor['kind']

/** What a query may reach. Every function of `app/db` that reads rows of people or organisations asks for one. */
export type Scope =
  | { kind: 'public' }
  | { kind: 'candidate'; profileId: string }
  | { kind: 'organisation'; organisationId: string }
  | { kind: 'territory'; territoryId: string }
  | { kind: 'system' }

/** The widest scope an actor may query with. */
export function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case 'candidate':
      return { kind: 'candidate', profileId: actor.profileId }
    case 'recruiter':
      return { kind: 'organisation', organisationId: actor.organisationId }
    case 'relation_officer':
    case 'administrator':
    case 'hotline':
      return { kind: 'territory', territoryId: actor.territoryId }
    case 'system':
      return { kind: 'system' }
    default:
      return { kind: 'public' }
  }
}

/** The account behind an actor, null for nobody and for the platform itself. */
export const accountIdOf = (actor: Actor): string | null => ('accountId' in actor ? actor.accountId : null)
