import type { Account } from '#app/domain/account.ts'
import type { Professional, ProfessionalRole } from '#app/domain/actor.ts'
import { createAccount } from './account.ts'

/** Somebody who works for the territory in this role. */
export async function createProfessional<R extends ProfessionalRole>(
  role: R,
  overrides: Partial<Account> = {},
): Promise<{ account: Account; actor: Extract<Professional, { kind: R }> }> {
  const account = await createAccount({ role, channel: 'email', ...overrides })
  const actor = { kind: role, accountId: account.id, territoryId: account.territoryId }
  return { account, actor: actor as Extract<Professional, { kind: R }> }
}
