import { db } from '#app/db/client.server.ts'
import { findNamedOffer } from '#app/db/named-offers.server.ts'
import { findOfferMark, listOfferMarks } from '#app/db/offer-marks.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { listOffersToCurate, listOffersToReview } from '#app/db/offers-to-curate.server.ts'
import {
  findLastOffer,
  listNamedOffersIn,
  listOfferLines,
  listOffersIn,
} from '#app/db/organisation-offers.server.ts'
import type { Scope } from '#app/domain/actor.ts'
import { eachOf, foundOf, idsOf, PAGE, type Reached, type Reader, type Readers } from './world.ts'

const STATES = ['published', 'in_review'] as const
const EVERYWHERE = ['here', 'beside', 'away']

const inState = (state: (typeof STATES)[number], reached: Reached): Reached =>
  Object.fromEntries(
    Object.entries(reached).map(([kind, places]) => [kind, places.map((place) => `${state} ${place}`)]),
  )

const PUBLISHED = inState('published', {
  public: EVERYWHERE,
  candidate: EVERYWHERE,
  organisation: ['here'],
  territory: ['here', 'beside'],
  system: EVERYWHERE,
})
const IN_REVIEW = inState('in_review', {
  organisation: ['here'],
  territory: ['here', 'beside'],
  system: EVERYWHERE,
})
const ALL: Reached = Object.fromEntries(
  Object.entries(PUBLISHED).map(([kind, names]) => [
    kind,
    [...names, ...(IN_REVIEW[kind as Scope['kind']] ?? [])],
  ]),
)

/** What the person alone has set aside. */
const OWN_MARKS: Reached = { candidate: ['published here'] }

const reading = (read: Reader['read'], reached: Reached = ALL): Reader => ({ of: 'offers', reached, read })

const listed = ({ offers, total }: { offers: readonly { offer: { id: string } }[]; total: number }) =>
  total === offers.length ? idsOf(offers.map(({ offer }) => offer)) : [`${total} in all`]

export const OFFER_READERS: Readers = {
  findOffer: reading(({ named }, scope) => foundOf(named.offers, (id) => findOffer(db(), scope, id))),
  findNamedOffer: reading(({ named }, scope) =>
    foundOf(named.offers, (id) => findNamedOffer(db(), scope, id)),
  ),
  listNamedOffersIn: reading(async (_, scope) =>
    idsOf((await listNamedOffersIn(db(), scope, { states: STATES, limit: 50 })).map(({ offer }) => offer)),
  ),
  listOffersIn: reading(({ named }, scope) =>
    eachOf(named.organisations, async (organisationId) =>
      idsOf(await listOffersIn(db(), scope, { organisationId, states: STATES })),
    ),
  ),
  findLastOffer: {
    of: 'organisations',
    reached: {
      public: EVERYWHERE,
      candidate: EVERYWHERE,
      organisation: ['here'],
      territory: ['here', 'beside'],
      system: EVERYWHERE,
    },
    read: ({ named }, scope) =>
      foundOf(named.organisations, (organisationId) =>
        findLastOffer(db(), scope, { organisationId, kind: 'job' }),
      ),
  },
  listOfferLines: reading(({ named }, scope) =>
    eachOf(named.offers, async (id) => (await listOfferLines(db(), scope, id)).map(() => id)),
  ),
  listOfferMarks: reading(
    async (_, scope) => (await listOfferMarks(db(), scope)).map(({ offerId }) => offerId),
    OWN_MARKS,
  ),
  findOfferMark: reading(
    ({ named }, scope) => foundOf(named.offers, (id) => findOfferMark(db(), scope, id)),
    OWN_MARKS,
  ),
  listOffersToReview: reading(
    async (_, scope) => listed(await listOffersToReview(db(), scope, 50)),
    IN_REVIEW,
  ),
  listOffersToCurate: reading(
    async (_, scope) =>
      listed(await listOffersToCurate(db(), scope, { ...PAGE, waiting: false, kind: null, text: '' })),
    PUBLISHED,
  ),
}
