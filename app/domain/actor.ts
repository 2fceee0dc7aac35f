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

/** Somebody who works for the territory, one member a hat so that each can be told from the others. */
type Professional = {
  [K in Exclude<Role, 'candidate' | 'recruiter'>]: { kind: K; accountId: string; territoryId: string }
}[Exclude<Role, 'candidate' | 'recruiter'>]

/** Who acts: a person wearing one hat, nobody in particular, or the platform itself. */
export type Actor =
  | { kind: 'anonymous' }
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
