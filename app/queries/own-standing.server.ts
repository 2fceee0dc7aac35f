import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findPendingProof } from '#app/db/contact-proofs.server.ts'
import { findOpenSession } from '#app/db/own-sessions.server.ts'
import { countRecoveryCodes, findSecondFactor } from '#app/db/second-factors.server.ts'
import { isProfessional } from '#app/domain/actor.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { isProofFresh } from '#app/domain/second-factor.ts'
import { hashToken } from '#app/system/secrets.server.ts'

/** How somebody's account and session stand towards a change: what proves who she or he is, and whether it was given just now. */
export async function getOwnStanding({
  actor: { accountId },
  reference,
  now,
}: {
  actor: { accountId: string }
  reference: string
  now: Date
}) {
  const [account, factor, recoveryCodeCount, session] = await Promise.all([
    findAccount(db(), accountId),
    findSecondFactor(db(), accountId),
    countRecoveryCodes(db(), accountId),
    findOpenSession(db(), { accountId, idHash: hashToken(reference), now }),
  ])
  return {
    needsFactor: account !== null && isProfessional(account.role),
    hasFactor: factor !== null,
    recoveryCodeCount,
    isProved: isProofFresh(session?.provedAt ?? null, now),
  }
}

/** The contacts to which somebody may have a code sent, and whether one is on its way. */
export async function getOwnContacts({ actor, now }: { actor: { accountId: string }; now: Date }) {
  const { accountId } = actor
  const [account, pending] = await Promise.all([
    findAccount(db(), accountId),
    findPendingProof(db(), { accountId, purpose: 'identity', now }),
  ])
  const contacts = [
    { channel: 'sms' as const, label: account?.phone ? displayPhone(account.phone) : null },
    { channel: 'email' as const, label: account?.email ?? null },
  ]
  return {
    contacts: contacts.flatMap(({ channel, label }) => (label ? [{ channel, label }] : [])),
    sentBy: pending?.channel ?? null,
  }
}

/** Where the code of a change asked for goes, as people read it; null when none waits. */
export async function getPendingChange({ actor, now }: { actor: { accountId: string }; now: Date }) {
  const proof = await findPendingProof(db(), { accountId: actor.accountId, purpose: 'change', now })
  if (!proof) return null
  return {
    channel: proof.channel,
    contact: proof.channel === 'sms' ? displayPhone(proof.contact) : proof.contact,
  }
}
