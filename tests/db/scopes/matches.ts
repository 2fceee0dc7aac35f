import { db } from '#app/db/client.server.ts'
import { findFollowedOffer } from '#app/db/followed-offers.server.ts'
import {
  findMatch,
  findMatchOfPair,
  listMatchesOfOffer,
  listMatchesOfProfile,
} from '#app/db/matches.server.ts'
import { listProposals } from '#app/db/proposals.server.ts'
import { listSuggestedMatches } from '#app/db/suggested-matches.server.ts'
import { NOW } from '#tests/factories/now.ts'
import { PAIRS } from './applications.ts'
import { eachOf, foundOf, idsOf, type Reader, type Readers } from './world.ts'

const reading = (read: Reader['read'], reached: Reader['reached'] = PAIRS): Reader => ({
  of: 'matches',
  reached,
  read,
})

/** Somebody asked for a word with each person matched, once. */
async function requestEverywhere() {
  const matches = await db().match.findMany({ include: { offer: true } })
  await db().contactRequest.createMany({
    data: matches.flatMap(({ id, profileId, offer: { organisationId } }) =>
      organisationId ? [{ id, matchId: id, organisationId, accountId: profileId, createdAt: NOW }] : [],
    ),
    skipDuplicates: true,
  })
}

export const MATCH_READERS: Readers = {
  findMatch: reading(({ named }, scope) => foundOf(named.matches, (id) => findMatch(db(), scope, id))),
  findMatchOfPair: reading(({ named }, scope) =>
    eachOf(named.offers, (offerId) =>
      eachOf(named.profiles, async (profileId) => {
        const match = await findMatchOfPair(db(), scope, { offerId, profileId })
        return match ? [match.id] : []
      }),
    ),
  ),
  listMatchesOfProfile: reading(({ named }, scope) =>
    eachOf(named.profiles, async (id) => idsOf(await listMatchesOfProfile(db(), scope, id))),
  ),
  listMatchesOfOffer: reading(({ named }, scope) =>
    eachOf(named.offers, async (id) => idsOf(await listMatchesOfOffer(db(), scope, id))),
  ),
  listProposals: reading(
    ({ named }, scope) =>
      eachOf(named.offers, async (offerId) =>
        idsOf((await listProposals(db(), scope, { offerId, limit: 50 })).map(({ match }) => match)),
      ),
    { organisation: PAIRS.organisation, territory: PAIRS.territory },
  ),
  // What an organisation follows of an offer holds its own requests.
  findFollowedOffer: reading(
    async ({ named }, scope) => {
      await requestEverywhere()
      return eachOf(named.offers, async (offerId) => {
        const followed = await findFollowedOffer(db(), scope, { offerId, limit: 50 })
        return followed?.requests.map(({ request }) => request.matchId) ?? []
      })
    },
    { organisation: PAIRS.organisation },
  ),
  // Whoever has an answer on its way is not asked again.
  listSuggestedMatches: reading(
    async (_, scope) =>
      idsOf((await listSuggestedMatches(db(), scope, { groups: [['proposed']], limit: 50 })).flat()),
    { candidate: ['beside by self'] },
  ),
}
