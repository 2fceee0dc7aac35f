import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { listOfferCards } from '#app/db/offer-cards.server.ts'
import { findSavedSearch, findSavedSearchByToken, listSavedSearches } from '#app/db/saved-searches.server.ts'
import { readSavedQuery } from '#app/db/search-names.server.ts'
import { findDigest, findLastDigestId } from '#app/db/told-offers.server.ts'
import type { Account } from '#app/domain/account.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { type AskedOffers, askedOffersParams } from '#app/domain/offer-search.ts'
import { displayPhone } from '#app/domain/phone.ts'
import type { SavedSearch } from '#app/domain/saved-search.ts'
import { findPlace } from './asked-place.server.ts'
import { toNamedOfferCard } from './named-offer-card.server.ts'

type Candidate = Extract<Actor, { kind: 'candidate' }>

const waysOf = (account: Account | null) => ({
  phone: account?.phone ? displayPhone(account.phone) : null,
  email: account?.email ?? null,
  isStopped: account?.channel === 'none',
  preferred: account?.channel === 'email' || !account?.phone ? ('email' as const) : ('sms' as const),
})

const pathOf = (query: string) => `/offres${query ? `?${query}` : ''}`

/** A search about to be saved: its address once its commune is known, in words, and the ways to be told. */
export async function getNewSearchPage(actor: Candidate, asked: AskedOffers) {
  const [{ commune }, account] = await Promise.all([findPlace(asked), findAccount(db(), actor.accountId)])
  const isPlaceMissing = Boolean(asked.place || asked.communeCode) && !commune
  const query = askedOffersParams({
    ...asked,
    place: '',
    communeCode: commune?.inseeCode ?? null,
    sort: 'date',
    page: 1,
  }).toString()
  const { words } = await readSavedQuery(db(), query)
  const back = pathOf(askedOffersParams(asked).toString())
  return { query, words, isPlaceMissing, back, ways: waysOf(account) }
}

const shown = async ({ id, query, rhythm, channel, pausedAt, pauseReason, nextLookAt }: SavedSearch) => ({
  id,
  words: (await readSavedQuery(db(), query)).words,
  href: pathOf(query),
  rhythm,
  channel,
  isPaused: pausedAt !== null,
  isAbsent: pauseReason === 'absence',
  nextLookAt: nextLookAt.toISOString(),
})

/** The searches a candidate saved, the newest first, and the ways to be told. At most ten, so a few statements each. */
export async function getSavedSearches(actor: Candidate) {
  const [searches, account] = await Promise.all([
    listSavedSearches(db(), scopeOf(actor), actor.profileId),
    findAccount(db(), actor.accountId),
  ])
  return { searches: await Promise.all(searches.map(shown)), ways: waysOf(account) }
}

/** One search of the candidate's own and the ways to be told, or null. */
export async function getSavedSearch(actor: Candidate, savedSearchId: string) {
  const [search, account] = await Promise.all([
    findSavedSearch(db(), scopeOf(actor), savedSearchId),
    findAccount(db(), actor.accountId),
  ])
  return search && { search: await shown(search), ways: waysOf(account) }
}

/** What whoever holds the link of a message reads: the search, and the offers it told last that are still open. Null: not ours. */
export async function getSearchLinkPage(token: string) {
  const search = await findSavedSearchByToken(db(), token)
  if (!search) return null
  const digestId = await findLastDigestId(db(), search.id)
  const { offerIds } = digestId ? await findDigest(db(), digestId) : { offerIds: [] }
  const cards = await listOfferCards(db(), offerIds)
  const { words, href, isPaused } = await shown(search)
  return {
    words,
    href,
    isPaused,
    offers: offerIds.flatMap((offerId) => {
      const row = cards.get(offerId)
      return row ? [toNamedOfferCard(row, null)] : []
    }),
  }
}
