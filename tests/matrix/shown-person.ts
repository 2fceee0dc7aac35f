import { personReference } from '#app/system/person-reference.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import type { Thing } from './row.ts'
import { offer } from './things.ts'

const OFFERS = offer()

/** Somebody as an organisation's pages name her or him, and an offer of that organisation. */
export const shownPerson: typeof OFFERS = {
  whose: OFFERS.whose,
  make: async (world, whose) => {
    const { params } = await OFFERS.make(world, whose)
    const place =
      whose === 'other_organisation' ? world.beside : whose === 'other_territory' ? world.away : world.here
    const { profile } = await createCandidate({ account: { territoryId: place.territoryId } })
    const reference = personReference(place.organisationId, profile.id)
    return { params: { reference }, ids: { offerId: params?.offerId ?? '' } }
  },
} satisfies Thing<(typeof OFFERS.whose)[number]>
