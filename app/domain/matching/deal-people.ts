import type { PairColumns } from './pair-columns.ts'

/** What a proposal may lack at most, on average, of the greatest total score: tenths of a point. */
export const TOLERANCE_TENTHS = 5

/** Raises a price that nobody can outbid: for a person whom an offer cannot do without. */
const PRICELESS = 1e12
const NOBODY = -1

/**
 * Deals people so that each offer gets its number of them, `counts` being possible, and the total score is the greatest,
 * within `TOLERANCE_TENTHS` a proposal. An auction (Bertsekas 1988, for transportation problems): an offer with a place to
 * fill bids for the person with the highest score minus price, as much as it would still prefer her or him to the next
 * one, and whoever held the place looks for somebody else. Prices start at nought, so a person left free costs nothing.
 * Returns 1 for each pair proposed.
 */
export function dealPeople(columns: PairColumns, counts: Int32Array): Uint8Array {
  const { offers, profileIds, firstPair, offerOf, personOf, tenths, firstSlot } = columns
  const isProposed = new Uint8Array(personOf.length)
  const slots = firstSlot[profileIds.length] ?? 0
  const heldBy = new Int32Array(slots).fill(NOBODY)
  const slotPrice = new Float64Array(slots)
  // The cheapest slot of each person and its price.
  const cheapest = firstSlot.slice(0, profileIds.length)
  const price = new Float64Array(profileIds.length)
  const open = Int32Array.from(counts)
  const waiting = [...offers.keys()].filter((offer) => (open[offer] ?? 0) > 0).reverse()

  const bid = (offer: number): number => {
    let best = NOBODY
    let most = Number.NEGATIVE_INFINITY
    let next = Number.NEGATIVE_INFINITY
    for (let pair = firstPair[offer] ?? 0; pair < (firstPair[offer + 1] ?? 0); pair++) {
      if (isProposed[pair]) continue
      const gain = (tenths[pair] ?? 0) - (price[personOf[pair] ?? 0] ?? 0)
      if (gain > most) {
        next = most
        most = gain
        best = pair
      } else if (gain > next) next = gain
    }
    const person = personOf[best] ?? 0
    const slot = cheapest[person] ?? 0
    const outbid = heldBy[slot] ?? NOBODY
    slotPrice[slot] =
      next === Number.NEGATIVE_INFINITY ? PRICELESS : (slotPrice[slot] ?? 0) + most - next + TOLERANCE_TENTHS
    heldBy[slot] = best
    isProposed[best] = 1
    if (outbid !== NOBODY) isProposed[outbid] = 0
    let least = firstSlot[person] ?? 0
    for (let other = least + 1; other < (firstSlot[person + 1] ?? 0); other++)
      if ((slotPrice[other] ?? 0) < (slotPrice[least] ?? 0)) least = other
    cheapest[person] = least
    price[person] = slotPrice[least] ?? 0
    return outbid
  }

  for (let offer = waiting.pop(); offer !== undefined; offer = waiting.pop())
    while ((open[offer] ?? 0) > 0) {
      open[offer] = (open[offer] ?? 0) - 1
      const outbid = bid(offer)
      if (outbid === NOBODY) continue
      const other = offerOf[outbid] ?? 0
      open[other] = (open[other] ?? 0) + 1
      if (open[other] === 1) waiting.push(other)
    }
  return isProposed
}
