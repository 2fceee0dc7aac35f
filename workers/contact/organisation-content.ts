import { findAccount } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { findInvitation } from '#app/db/invitations.server.ts'
import { findOpenJoinRequest } from '#app/db/join-requests.server.ts'
import { findLastOrganisationChange } from '#app/db/organisation-changes.server.ts'
import { findOrganisationVerification } from '#app/db/organisation-verifications.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import { shortName } from '#app/domain/account.ts'
import type { Scope } from '#app/domain/actor.ts'
import { invitationState } from '#app/domain/invitation.ts'
import type { MessageKind } from '#app/domain/message.ts'
import { invitationToken, organisationCode } from '#app/system/secrets.server.ts'
import type { MessageContent } from '#workers/templates/render-message.ts'

const SYSTEM: Scope = { kind: 'system' }

/** What is said of organisations and of places in them. */
export type OrganisationKind = Extract<
  MessageKind,
  'invitation' | 'join_requested' | `organisation_${string}`
>

type About = { subjectId: string; appUrl: string; now: Date }

async function invitationContent(db: Db, { subjectId, appUrl, now }: About): Promise<MessageContent | null> {
  const invitation = await findInvitation(db, subjectId)
  if (!invitation || invitationState(invitation, now) !== 'open') return null
  const { id, invitedById, organisationId, role } = invitation
  const inviter = await findAccount(db, invitedById)
  const organisation = organisationId ? await findOrganisation(db, SYSTEM, organisationId) : null
  if (!inviter || (organisationId && !organisation)) return null
  return {
    kind: 'invitation',
    facts: {
      inviterName: `${inviter.firstName} ${inviter.lastName}`.trim(),
      organisationName: organisation ? organisation.name : null,
      postName: organisation ? null : ROLE_LABELS[role],
      url: `${appUrl}/invitation/${invitationToken(id)}`,
    },
  }
}

async function joinContent(db: Db, { subjectId, appUrl }: About): Promise<MessageContent | null> {
  const request = await findOpenJoinRequest(db, subjectId)
  const organisation = request && (await findOrganisation(db, SYSTEM, request.organisationId))
  const asker = request && (await findAccount(db, request.accountId))
  if (!organisation || !asker) return null
  const facts = {
    askerName: shortName(asker),
    organisationName: organisation.name,
    url: `${appUrl}/structure/equipe`,
  }
  return { kind: 'join_requested', facts }
}

async function codeContent(db: Db, { subjectId, now }: About): Promise<MessageContent | null> {
  const verification = await findOrganisationVerification(db, subjectId)
  if (!verification || verification.usedAt || verification.expiresAt <= now) return null
  const organisation = await findOrganisation(db, SYSTEM, verification.organisationId)
  const asker = await findAccount(db, verification.accountId)
  if (!organisation || !asker) return null
  const minutes = Math.max(1, Math.floor((verification.expiresAt.getTime() - now.getTime()) / 60_000))
  const code = organisationCode(verification.id)
  const facts = { code, minutes, askerName: shortName(asker), organisationName: organisation.name }
  return { kind: 'organisation_code', facts }
}

async function decisionContent(
  db: Db,
  kind: 'organisation_verified' | 'organisation_refused',
  { subjectId, appUrl }: About,
): Promise<MessageContent | null> {
  const organisation = await findOrganisation(db, SYSTEM, subjectId)
  const state = kind === 'organisation_verified' ? 'verified' : 'closed'
  if (organisation?.state !== state) return null
  const { name: organisationName } = organisation
  if (kind === 'organisation_verified')
    return { kind, facts: { organisationName, url: `${appUrl}/structure` } }
  const refused = await findLastOrganisationChange(db, subjectId, 'refused')
  return { kind, facts: { organisationName, reason: refused?.reason ?? null } }
}

/** What a message about an organisation says, read afresh; null when it is no longer true. */
export function organisationContent(
  db: Db,
  kind: OrganisationKind,
  about: About,
): Promise<MessageContent | null> {
  switch (kind) {
    case 'invitation':
      return invitationContent(db, about)
    case 'join_requested':
      return joinContent(db, about)
    case 'organisation_code':
      return codeContent(db, about)
    default:
      return decisionContent(db, kind, about)
  }
}
