import { db } from '#app/db/client.server.ts'
import { listFactorHolders } from '#app/db/second-factors.server.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'

/** The professionals whose second factor an administrator may reset. */
export async function getFactorHolders(actor: { accountId: string; territoryId: string }) {
  const { territoryId, accountId } = actor
  const holders = await listFactorHolders(db(), { territoryId, except: accountId })
  return holders.map(({ id, firstName, lastName, role }) => ({
    value: id,
    label: `${firstName} ${lastName}, ${ROLE_LABELS[role]}`,
  }))
}
