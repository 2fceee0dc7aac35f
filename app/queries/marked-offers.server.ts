import { db } from '#app/db/client.server.ts'
import { findNamedOffer } from '#app/db/named-offers.server.ts'
import { listOfferCards } from '#app/db/offer-cards.server.ts'
import { findOfferMark, listOfferMarks } from '#app/db/offer-marks.server.ts'
import { listOfferNames } from '#app/db/offer-names.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { toNamedOfferCard } from './named-offer-card.server.ts'

type Candidate = Extract<Actor, { kind: 'candidate' }>

/** An offer and what the candidate did with it; null when it was never published. */
export async function getMarkPage(actor: Candidate, offerId: string) {
  const scope = scopeOf(actor)
  const [named, mark] = await Promise.all([
    findNamedOffer(db(), scope, offerId),
    findOfferMark(db(), scope, offerId),
  ])
  return named && { card: toNamedOfferCard(named, null), mark }
}

/** The offers a candidate kept, those still open as cards and those closed by name, and those set aside. Newest gesture first. */
export async function getMarkedOffers(actor: Candidate) {
  const marks = await listOfferMarks(db(), scopeOf(actor))
  const ids = marks.map(({ offerId }) => offerId)
  const [cards, names] = await Promise.all([listOfferCards(db(), ids), listOfferNames(db(), ids)])
  const namesOf = (wanted: typeof marks) =>
    wanted.flatMap(({ offerId, mark }) => {
      const title = names.get(offerId)
      return title === undefined ? [] : [{ offerId, title, mark }]
    })
  const kept = marks.filter(({ mark }) => mark === 'kept')
  return {
    kept: kept.flatMap(({ offerId, mark }) => {
      const row = cards.get(offerId)
      return row ? [{ ...toNamedOfferCard(row, null), mark }] : []
    }),
    closed: namesOf(kept.filter(({ offerId }) => !cards.has(offerId))),
    setAside: namesOf(marks.filter(({ mark }) => mark === 'set_aside')),
  }
}
