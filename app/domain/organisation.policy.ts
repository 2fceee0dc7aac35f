import type { Actor } from './actor.ts'
import type { Membership, Organisation } from './organisation.ts'

/** What is done in the team of an organisation. `answer` is answering somebody who asks for a place. */
export const TEAM_ACTIONS = [
  'see',
  'leave',
  'ask_code',
  'invite',
  'revoke',
  'answer',
  'set_role',
  'hand_over',
  'remove',
] as const
export type TeamAction = (typeof TEAM_ACTIONS)[number]

const MEMBER_ACTIONS: readonly TeamAction[] = ['see', 'leave', 'ask_code']

/** True when the recruiter wears the hat of this very membership. */
const isOwn = (actor: Actor, own: Membership | null): own is Membership =>
  actor.kind === 'recruiter' &&
  own !== null &&
  own.accountId === actor.accountId &&
  own.organisationId === actor.organisationId

/** True when this actor, whose membership is `own`, may do this in the team of its organisation. */
export const canDoOnTeam = (actor: Actor, own: Membership | null, action: TeamAction): boolean =>
  isOwn(actor, own) && (own.role === 'administrator' || MEMBER_ACTIONS.includes(action))

/** The `can` object that loaders send to the screen: every action, allowed or not. */
export const teamPermissions = (actor: Actor, own: Membership | null): Record<TeamAction, boolean> =>
  Object.fromEntries(TEAM_ACTIONS.map((action) => [action, canDoOnTeam(actor, own, action)])) as Record<
    TeamAction,
    boolean
  >

/** What the territory does about an organisation that has signed up. */
export const ORGANISATION_ACTIONS = ['see', 'complete', 'verify', 'refuse'] as const
export type OrganisationAction = (typeof ORGANISATION_ACTIONS)[number]

const DECISIONS: readonly OrganisationAction[] = ['verify', 'refuse']

type Judged = Pick<Organisation, 'territoryId' | 'state'> & { isOwnMember: boolean }

/**
 * True when this actor may do this about an organisation of the territory. Officers and administrators decide on a pending
 * one, but never on one that they belong to; the hotline reads and completes.
 */
export function canDoOnOrganisation(actor: Actor, organisation: Judged, action: OrganisationAction): boolean {
  const isDecision = DECISIONS.includes(action)
  const isAtDesk = actor.kind === 'relation_officer' || actor.kind === 'administrator'
  if (!isAtDesk && (actor.kind !== 'hotline' || isDecision)) return false
  if (actor.territoryId !== organisation.territoryId) return false
  if (action === 'complete') return organisation.state !== 'closed'
  return !isDecision || (organisation.state === 'pending' && !organisation.isOwnMember)
}

/** The `can` object that loaders send to the screen: every action, allowed or not. */
export const organisationPermissions = (actor: Actor, organisation: Judged) =>
  Object.fromEntries(
    ORGANISATION_ACTIONS.map((action) => [action, canDoOnOrganisation(actor, organisation, action)]),
  ) as Record<OrganisationAction, boolean>
