import { listDemoAccounts } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import { STANDING_LABELS } from '#app/domain/account.standing.labels.ts'
import { standingOf } from '#app/domain/account.transitions.ts'
import { ROLES } from '#app/domain/actor.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { env } from '#app/system/env.server.ts'

export type DemoAccount = { id: string; name: string; about: string | null }
export type DemoGroup = { label: string; accounts: DemoAccount[] }
/** A stopped account of the demo: its person asks for a code, as anybody does. */
export type StoppedDemoAccount = { name: string; contact: string; standing: string }

/** The accounts of the demo: those open by role, and those stopped; none outside a demo. */
export async function getSignInPage(): Promise<{
  isDemo: boolean
  groups: DemoGroup[]
  stopped: StoppedDemoAccount[]
}> {
  if (!env().DEMO) return { isDemo: false, groups: [], stopped: [] }
  const found = await listDemoAccounts(db())
  const open = found.filter(({ account }) => account.status === 'active')
  const groups = ROLES.map((role) => ({
    label: ROLE_LABELS[role],
    accounts: open
      .filter(({ account }) => account.role === role)
      .map(({ account, organisationNames, communeName }) => ({
        id: account.id,
        name: `${account.firstName} ${account.lastName}`,
        about: organisationNames.join(', ') || communeName,
      })),
  }))
  const stopped = found
    .filter(({ account }) => account.status === 'suspended')
    .map(({ account }) => ({
      name: `${account.firstName} ${account.lastName}`,
      contact: account.phone ? displayPhone(account.phone) : (account.email ?? ''),
      standing: STANDING_LABELS[standingOf(account)],
    }))
  return { isDemo: true, groups: groups.filter(({ accounts }) => accounts.length > 0), stopped }
}
