import { db } from '#app/db/client.server.ts'
import { saveOfferMark } from '#app/db/offer-marks.server.ts'
import type { OfferMark } from '#app/domain/offer-mark.ts'
import { NOW } from './now.ts'
import { createOffer } from './offer.ts'

/** What a person did with an offer, made with it unless given: kept, unless told. */
export async function createOfferMark(
  overrides: Partial<OfferMark> & { profileId: string },
): Promise<OfferMark> {
  const offerId = overrides.offerId ?? (await createOffer()).id
  const mark: OfferMark = { mark: 'kept', markedAt: NOW, ...overrides, offerId }
  await saveOfferMark(db(), mark)
  return mark
}
