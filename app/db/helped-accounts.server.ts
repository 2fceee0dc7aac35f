import type { Account } from '#app/domain/account.ts'
import type { Visibility } from '#app/domain/profile.ts'
import { toAccount } from './accounts.server.ts'
import type { Db } from './client.server.ts'

/** Somebody whom the hotline helps. `birthMonth` is 1 to 12; `isWaiting` while a decision about the account waits for a second person. */
export type HelpedAccount = {
  account: Account
  profile: { id: string; visibility: Visibility; communeName: string } | null
  birthMonth: number | null
  /** The good account of one suspended as a duplicate. */
  duplicateOfId: string | null
  isWaiting: boolean
}

/** The account with this id in the territory, neither a professional's nor that of somebody who is gone, or null. */
export async function findHelpedAccount(
  db: Db,
  territoryId: string,
  id: string,
): Promise<HelpedAccount | null> {
  const row = await db.account.findFirst({
    where: { id, territoryId, role: { in: ['candidate', 'recruiter'] }, erasedAt: null },
    include: {
      profile: { select: { id: true, visibility: true, commune: { select: { name: true } } } },
      suspensionRequests: { where: { decidedAt: null }, select: { id: true }, take: 1 },
    },
  })
  if (!row) return null
  const { profile, suspensionRequests, ...account } = row
  return {
    account: toAccount(account),
    profile: profile && {
      id: profile.id,
      visibility: profile.visibility as Visibility,
      communeName: profile.commune.name,
    },
    birthMonth: row.birthMonth,
    duplicateOfId: row.duplicateOfId,
    isWaiting: suspensionRequests.length > 0,
  }
}
