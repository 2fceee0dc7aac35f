import { db } from '#app/db/client.server.ts'
import { listWaitingInvitations } from '#app/db/invitations.server.ts'
import { listJoinRequests } from '#app/db/join-requests.server.ts'
import { listNamedTeam } from '#app/db/memberships.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { teamPermissions } from '#app/domain/organisation.policy.ts'
import { decideMemberRole } from '#app/domain/organisation.team.ts'
import type { Membership, MembershipRole } from '#app/domain/organisation.ts'

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) =>
  `${firstName} ${lastName}`.trim() || 'Sans nom'

const otherRole = ({ role }: Membership): MembershipRole =>
  role === 'administrator' ? 'member' : 'administrator'

/** The team of the recruiter's organisation: who is in it, who asks, who is invited, and what may be done. Null without a place in it. */
export async function getTeamPage(actor: Extract<Actor, { kind: 'recruiter' }>, now: Date) {
  const { organisationId, accountId } = actor
  const [organisation, team] = await Promise.all([
    findOrganisation(db(), scopeOf(actor), organisationId),
    listNamedTeam(db(), organisationId),
  ])
  const own = team.find((one) => one.accountId === accountId)
  if (!organisation || !own) return null
  const can = teamPermissions(actor, own)
  const [requests, invitations] = await Promise.all([
    can.answer ? listJoinRequests(db(), organisationId) : [],
    can.revoke ? listWaitingInvitations(db(), { organisationId }, now) : [],
  ])
  return {
    organisation: {
      name: organisation.name,
      state: organisation.state,
      hasAddress: organisation.email !== null,
    },
    can,
    members: team.map((member) => ({
      id: member.accountId,
      name: nameOf(member),
      role: member.role,
      since: member.since.toISOString(),
      isSelf: member.accountId === accountId,
      nextRole:
        can.set_role && decideMemberRole(team, { targetId: member.accountId, role: otherRole(member) }).ok
          ? otherRole(member)
          : null,
    })),
    requests: requests.map((request) => ({
      id: request.id,
      name: nameOf(request),
      since: request.createdAt.toISOString(),
    })),
    invitations: invitations.map(({ id, contactHint, membershipRole, expiresAt }) => ({
      id,
      contactHint,
      role: membershipRole ?? 'member',
      expiresAt: expiresAt.toISOString(),
    })),
  }
}
export type TeamPage = NonNullable<Awaited<ReturnType<typeof getTeamPage>>>
