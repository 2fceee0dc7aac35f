import { randomUUID } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import { createSavedSearch as create } from '#app/db/saved-searches.server.ts'
import { createToldOffers } from '#app/db/told-offers.server.ts'
import { nextLook, type SavedSearch } from '#app/domain/saved-search.ts'
import { NOW } from './now.ts'

/** A search for "cuisine" saved just now, told by SMS every day, unless said otherwise. */
export async function createSavedSearch(
  overrides: Partial<SavedSearch> & { profileId: string },
): Promise<SavedSearch> {
  const search: SavedSearch = {
    id: randomUUID(),
    query: 'q=cuisine',
    rhythm: 'daily',
    channel: 'sms',
    pausedAt: null,
    pauseReason: null,
    since: NOW,
    nextLookAt: nextLook('daily', NOW),
    createdAt: NOW,
    ...overrides,
  }
  await create(db(), search)
  return search
}

/** A search for this text that has told of one offer. */
export async function createToldOffer(of: { profileId: string; offerId: string; text: string }) {
  const { profileId, offerId, text } = of
  const query = new URLSearchParams({ q: text }).toString()
  const { id: savedSearchId } = await createSavedSearch({ profileId, query })
  await createToldOffers(db(), { profileId, savedSearchId, digestId: randomUUID(), toldAt: NOW }, [offerId])
  return savedSearchId
}
