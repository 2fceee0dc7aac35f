import { db } from '#app/db/client.server.ts'
import { type CuratedOffer, listOffersToCurate, listOffersToReview } from '#app/db/offers-to-curate.server.ts'
import type { Scope } from '#app/domain/actor.ts'
import { OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'

const PAGE_SIZE = 25
const TO_REVIEW_SHOWN = 20

const toLine = ({ offer, organisationName, communeName, matches }: CuratedOffer) => ({
  id: offer.id,
  kind: offer.details.kind,
  title: offer.title,
  organisationName,
  communeName,
  flagCount: offer.flags.length,
  positions: offer.positions,
  updatedAt: offer.updatedAt.toISOString(),
  publishedAt: offer.publishedAt?.toISOString() ?? null,
  applicationCount: offer.applicationCount,
  toDecide: matches.proposed ?? 0,
  sent: (matches.approved ?? 0) + (matches.notified ?? 0),
  interested: (matches.interested ?? 0) + (matches.applied ?? 0),
})
export type DeskLine = ReturnType<typeof toLine>

export type DeskFilters = { kind: OfferKind | null; text: string; waiting: boolean; page: number }

/** Reads the desk's filters from the address. Anything unknown is taken as not asked for. */
export function parseDeskFilters(params: URLSearchParams): DeskFilters {
  const page = Number(params.get('page') ?? 1)
  return {
    kind: OFFER_KINDS.find((kind) => OFFER_KIND_SLUGS[kind] === params.get('genre')) ?? null,
    text: (params.get('q') ?? '').slice(0, 100).trim(),
    waiting: params.get('voir') !== 'toutes',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The relation officer's desk: offers to review, and published offers with the state of their proposals. */
export async function getCurationDesk(scope: Scope, filters: DeskFilters) {
  const [toReview, published] = await Promise.all([
    listOffersToReview(db(), scope, TO_REVIEW_SHOWN),
    listOffersToCurate(db(), scope, { ...filters, pageSize: PAGE_SIZE }),
  ])
  return {
    toReview: toReview.offers.map(toLine),
    toReviewTotal: toReview.total,
    published: published.offers.map(toLine),
    publishedTotal: published.total,
    pageCount: Math.max(1, Math.ceil(published.total / PAGE_SIZE)),
  }
}
