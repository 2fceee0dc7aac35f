import { expect, test } from 'vitest'
import { listOffersHolding } from '#app/db/allocations.server.ts'
import { db } from '#app/db/client.server.ts'
import type { MatchState } from '#app/domain/match.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const person = async () => (await createCandidate()).profile.id

const hold = (offerId: string, profileId: string, state: MatchState) =>
  createMatch({ offerId, profileId, state })

test('other offers tell what they hold of the people asked about; what else they hold, undecided, counts as served', async () => {
  const [asked, taken, other, decided] = [await person(), await person(), await person(), await person()]
  const [own, holding, closed, apart] = [
    await createOffer(),
    await createOffer(),
    await createOffer({ state: 'suspended' }),
    await createOffer(),
  ]
  for (const offer of [own, holding, closed]) await hold(offer.id, asked, 'proposed')
  await hold(holding.id, taken, 'approved')
  await hold(holding.id, other, 'proposed')
  await hold(holding.id, decided, 'interested')
  await hold(apart.id, other, 'proposed')
  const offers = await listOffersHolding(db(), { profileIds: [asked, taken], except: [own.id] })
  expect(offers.map(({ offerId }) => offerId)).toEqual([holding.id])
  expect(offers[0]?.pairs.map(({ profileId }) => profileId)).toEqual([asked])
  // Served: two decided on, one still proposed.
  expect(offers[0]).toMatchObject({ served: 3, interested: 1 })
})
