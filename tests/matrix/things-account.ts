import type { Account } from '#app/domain/account.ts'
import { newId } from '#app/system/id.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createWaitingRequest } from '#tests/factories/suspension-request.ts'
import type { Thing } from './row.ts'
import type { World } from './world.ts'

const WHOSE = ['own', 'other_territory'] as const
type Whose = (typeof WHOSE)[number]

async function makeAccount(world: World, whose: Whose, more: Partial<Account> = {}): Promise<string> {
  const { territoryId } = whose === 'own' ? world.here : world.away
  return (await createCandidate({ account: { territoryId, ...more } })).account.id
}

/** The account of somebody of the visitors' territory, or of another one. */
export const account = (more: Partial<Account> = {}): Thing<Whose> => ({
  whose: WHOSE,
  make: async (world, whose) => ({ params: { accountId: await makeAccount(world, whose, more) } }),
})

/** The same, with the account of which it is a duplicate. */
export const double = (): Thing<Whose> => ({
  whose: WHOSE,
  make: async (world, whose) => ({
    params: { accountId: await makeAccount(world, whose) },
    ids: { goodId: await makeAccount(world, whose) },
  }),
})

/** A decision about such an account that waits for its second person. */
export const waitingRequest = (): Thing<Whose> => ({
  whose: WHOSE,
  make: async (world, whose) => ({
    ids: { requestId: await createWaitingRequest(await makeAccount(world, whose), newId()) },
  }),
})
