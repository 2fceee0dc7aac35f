import type { Account } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/actor.ts'
import { createAccount } from './account.ts'

/** Somebody who has proved a contact and has nothing yet: no name, no profile, no organisation. */
export async function createNewcomer(
  overrides: Partial<Account> = {},
): Promise<{ account: Account; actor: Extract<Actor, { kind: 'newcomer' }> }> {
  const account = await createAccount({ firstName: '', lastName: '', ...overrides })
  const { id: accountId, territoryId } = account
  return { account, actor: { kind: 'newcomer', accountId, territoryId } }
}
