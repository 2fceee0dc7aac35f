import { db } from '#app/db/client.server.ts'
import { createRequest } from '#app/db/suspension-requests.server.ts'
import { newId } from '#app/system/id.server.ts'
import { NOW } from './now.ts'

/** A request to suspend this account that waits for a second person. */
export async function createWaitingRequest(accountId: string, proposedById: string): Promise<string> {
  const id = newId()
  await createRequest(db(), {
    id,
    accountId,
    kind: 'suspend',
    reason: 'A menacé une recruteuse au téléphone le 3 juin.',
    proposedById,
    proposedAt: NOW,
    decidedById: null,
    decidedAt: null,
    decision: null,
  })
  return id
}
