import type { Db } from '#app/db/client.server.ts'
import { listOfferCards } from '#app/db/offer-cards.server.ts'
import { findSavedSearch } from '#app/db/saved-searches.server.ts'
import { readSavedQuery } from '#app/db/search-names.server.ts'
import { findDigest } from '#app/db/told-offers.server.ts'
import type { Account } from '#app/domain/account.ts'
import { searchToken } from '#app/system/secrets.server.ts'
import type { MessageContent } from '#workers/templates/render-message.ts'

/** How many offers an e-mail names; the others are counted. */
const NAMED = 8

type About = { subjectId: string; account: Account; appUrl: string }

async function digestContent(db: Db, { subjectId, account, appUrl }: About): Promise<MessageContent | null> {
  const { savedSearchId, offerIds } = await findDigest(db, subjectId)
  const search = savedSearchId && (await findSavedSearch(db, { kind: 'system' }, savedSearchId))
  if (!search || search.pausedAt) return null
  const [{ words }, cards] = await Promise.all([
    readSavedQuery(db, search.query),
    listOfferCards(db, offerIds.slice(0, NAMED)),
  ])
  const lines = offerIds.flatMap((offerId) => {
    const card = cards.get(offerId)
    return card
      ? [[card.offer.title, card.organisationName, card.communeName].filter(Boolean).join(', ')]
      : []
  })
  const url = `${appUrl}/a/${searchToken(search.id)}`
  return {
    kind: 'search_digest',
    facts: { firstName: account.firstName, search: words, count: offerIds.length, lines, url },
  }
}

async function pausedContent(db: Db, { subjectId, account, appUrl }: About): Promise<MessageContent | null> {
  const search = await findSavedSearch(db, { kind: 'system' }, subjectId)
  if (search?.pauseReason !== 'absence') return null
  const { words } = await readSavedQuery(db, search.query)
  const url = `${appUrl}/mes-recherches`
  return { kind: 'search_paused', facts: { firstName: account.firstName, search: words, url } }
}

/** What a message about a saved search says; null once the search is paused or gone, or its offers are closed. */
export const searchContent = (
  db: Db,
  kind: 'search_digest' | 'search_paused',
  about: About,
): Promise<MessageContent | null> =>
  kind === 'search_digest' ? digestContent(db, about) : pausedContent(db, about)
