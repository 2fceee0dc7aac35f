import { listDemoAccounts } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import { ROLES } from '#app/domain/actor.ts'
import { env } from '#app/system/env.server.ts'

export type DemoAccount = { id: string; name: string; about: string | null }
export type DemoGroup = { label: string; accounts: DemoAccount[] }

/** The accounts of the demo by role, none outside a demo. */
export async function getSignInPage(): Promise<{ isDemo: boolean; groups: DemoGroup[] }> {
  if (!env().DEMO) return { isDemo: false, groups: [] }
  const found = await listDemoAccounts(db())
  const groups = ROLES.map((role) => ({
    label: ROLE_LABELS[role],
    accounts: found
      .filter(({ account }) => account.role === role)
      .map(({ account, organisationName, communeName }) => ({
        id: account.id,
        name: `${account.firstName} ${account.lastName}`,
        about: organisationName ?? communeName,
      })),
  }))
  return { isDemo: true, groups: groups.filter(({ accounts }) => accounts.length > 0) }
}
