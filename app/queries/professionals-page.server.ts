import { listProfessionals } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { listWaitingInvitations } from '#app/db/invitations.server.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import type { Actor } from '#app/domain/actor.ts'
import { canEndPost } from '#app/domain/invitation.policy.ts'

/** The posts of the administrator's territory, and the invitations that wait. When anybody was there last is told to nobody. */
export async function getProfessionalsPage(actor: Extract<Actor, { kind: 'administrator' }>, now: Date) {
  const { territoryId } = actor
  const [professionals, invitations] = await Promise.all([
    listProfessionals(db(), territoryId),
    listWaitingInvitations(db(), { territoryId }, now),
  ])
  return {
    professionals: professionals.map((account) => ({
      id: account.id,
      name: `${account.firstName} ${account.lastName}`.trim() || 'Sans nom',
      post: ROLE_LABELS[account.role],
      canEnd: canEndPost(actor, account),
    })),
    invitations: invitations.map(({ id, contactHint, role, expiresAt }) => ({
      id,
      contactHint,
      post: ROLE_LABELS[role],
      expiresAt: expiresAt.toISOString(),
    })),
  }
}
