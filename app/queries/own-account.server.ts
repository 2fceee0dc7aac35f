import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { listOpenSessions } from '#app/db/own-sessions.server.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { getOwnStanding } from './own-standing.server.ts'

/** One's own account: name, contacts, second factor, and the sessions open now. */
export async function getOwnAccount(of: { actor: { accountId: string }; reference: string; now: Date }) {
  const { accountId } = of.actor
  const [account, standing, sessions] = await Promise.all([
    findAccount(db(), accountId),
    getOwnStanding(of),
    listOpenSessions(db(), accountId, of.now),
  ])
  const own = hashToken(of.reference)
  return {
    name: `${account?.firstName ?? ''} ${account?.lastName ?? ''}`.trim(),
    phone: account?.phone ? displayPhone(account.phone) : null,
    email: account?.email ?? null,
    factor: standing.needsFactor
      ? { isSet: standing.hasFactor, recoveryCodeCount: standing.recoveryCodeCount }
      : null,
    sessions: sessions.map(({ idHash, device, createdAt, lastSeenAt }) => ({
      idHash,
      device,
      startedAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThisOne: idHash === own,
    })),
  }
}
