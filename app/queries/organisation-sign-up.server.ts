import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'

/** Whether the person who signs an organisation up has still to give her or his name. */
export async function getOrganisationSignUp(actor: { accountId: string }) {
  const account = await findAccount(db(), actor.accountId)
  return { needsName: !account || (account.firstName === '' && account.lastName === '') }
}
