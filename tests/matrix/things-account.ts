import { db } from '#app/db/client.server.ts'
import { followPeople } from '#app/db/portfolios.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { RightOnBehalf } from '#app/domain/right-on-behalf.ts'
import { newId } from '#app/system/id.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createWaitingRequest } from '#tests/factories/suspension-request.ts'
import { createLogo } from '#tests/factories/territory.ts'
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

/** Such an account, at the page on which somebody asks for a right. */
export const accountRight = (right: RightOnBehalf): Thing<Whose> => ({
  whose: WHOSE,
  make: async (world, whose) => ({ params: { accountId: await makeAccount(world, whose), right } }),
})

/** Such an account and a referent of the visitors' territory, who accompanies nobody yet. */
export const toFollow = (): Thing<Whose> => ({
  whose: WHOSE,
  make: async (world, whose) => {
    const { territoryId } = world.here
    const { account: referent } = await createProfessional('referent', { territoryId })
    return { params: { accountId: await makeAccount(world, whose) }, ids: { referentId: referent.id } }
  },
})

/** The same, the person being in the referent's portfolio. */
export const followed = (): Thing<Whose> => ({
  whose: WHOSE,
  make: async (world, whose) => {
    const made = await toFollow().make(world, whose)
    const { accountId = '' } = made.params ?? {}
    const { referentId = '' } = made.ids ?? {}
    const { id } = await db().profile.findUniqueOrThrow({ where: { accountId } })
    await followPeople(db(), { referentId, profileIds: [id], since: NOW })
    return made
  },
})

/** The logo of the territory, by the hash of its content. */
export const logo = (): Thing<'here'> => ({
  whose: ['here'],
  make: async ({ here }) => ({ params: { hash: (await createLogo(here.territoryId)).hash } }),
})
