import type { PairColumns } from './pair-columns.ts'

const NOBODY = -1

/**
 * How many people each offer gets: raised one by one, the offers with fewest people first, as long as somebody is free or
 * an exchange frees somebody (an augmenting path in the graph of pairs). The sets of places that can be filled together
 * are the independent sets of a matroid: taking them in this order gives the lexicographically fairest counts. A search
 * that fails has seen nobody free, and nothing leads out of what it saw: all of it is left out of later searches.
 */
export function countPlaces(columns: PairColumns): Int32Array {
  const { offers, firstPair, tenths, wanted } = columns
  const counts = new Int32Array(offers.length)
  const search = prepareSearch(columns)
  const levels: number[][] = []
  const enter = (offer: number) => {
    if ((counts[offer] ?? 0) >= (wanted[offer] ?? 0)) return
    const level = (offers[offer]?.served ?? 0) + (counts[offer] ?? 0)
    levels[level] ??= []
    levels[level]?.push(offer)
  }
  for (const offer of offers.keys()) enter(offer)
  const eligible = (offer: number) => (firstPair[offer + 1] ?? 0) - (firstPair[offer] ?? 0)
  const nextScore = (offer: number) => tenths[(firstPair[offer] ?? 0) + (counts[offer] ?? 0)] ?? 0
  const byTurn = (a: number, b: number) => nextScore(b) - nextScore(a) || eligible(a) - eligible(b) || a - b
  for (let level = 0; level < levels.length; level++)
    for (const offer of (levels[level] ?? []).sort(byTurn))
      if (search(offer)) {
        counts[offer] = (counts[offer] ?? 0) + 1
        enter(offer)
      }
  return counts
}

/** Returns the search which gives an offer one person more, moving others' people if it must; false when nothing can. */
function prepareSearch({ offers, profileIds, firstPair, offerOf, personOf, firstSlot }: PairColumns) {
  const heldBy = new Int32Array(firstSlot[profileIds.length] ?? 0).fill(NOBODY)
  const isHeld = new Uint8Array(personOf.length)
  const used = new Int32Array(profileIds.length)
  const seenPerson = new Int32Array(profileIds.length)
  const seenOffer = new Int32Array(offers.length)
  const reachedBy = new Int32Array(profileIds.length)
  const givesUp = new Int32Array(offers.length)
  const queue = new Int32Array(offers.length)
  const people = new Int32Array(profileIds.length)
  const DEAD = 2 ** 31 - 1
  let stamp = 0

  // From the free person back to the root: each offer on the way takes the person it reached and gives up the one it came by.
  const exchange = (free: number, root: number) => {
    heldBy[(firstSlot[free] ?? 0) + (used[free] ?? 0)] = reachedBy[free] ?? 0
    used[free] = (used[free] ?? 0) + 1
    let taken = reachedBy[free] ?? 0
    isHeld[taken] = 1
    for (let offer = offerOf[taken] ?? 0; offer !== root; offer = offerOf[taken] ?? 0) {
      const given = givesUp[offer] ?? 0
      const person = personOf[given] ?? 0
      isHeld[given] = 0
      taken = reachedBy[person] ?? 0
      isHeld[taken] = 1
      heldBy[heldBy.indexOf(given, firstSlot[person])] = taken
    }
  }

  return (root: number): boolean => {
    if (seenOffer[root] === DEAD) return false
    stamp++
    seenOffer[root] = stamp
    queue[0] = root
    let known = 1
    let met = 0
    for (let next = 0; next < known; next++) {
      const offer = queue[next] ?? 0
      for (let pair = firstPair[offer] ?? 0; pair < (firstPair[offer + 1] ?? 0); pair++) {
        const person = personOf[pair] ?? 0
        if (isHeld[pair] || (seenPerson[person] ?? 0) >= stamp) continue
        seenPerson[person] = stamp
        people[met++] = person
        reachedBy[person] = pair
        const first = firstSlot[person] ?? 0
        if (first + (used[person] ?? 0) < (firstSlot[person + 1] ?? 0)) {
          exchange(person, root)
          return true
        }
        for (let slot = first; slot < (firstSlot[person + 1] ?? 0); slot++) {
          const held = heldBy[slot] ?? 0
          const holder = offerOf[held] ?? 0
          if ((seenOffer[holder] ?? 0) >= stamp) continue
          seenOffer[holder] = stamp
          givesUp[holder] = held
          queue[known++] = holder
        }
      }
    }
    for (const offer of queue.subarray(0, known)) seenOffer[offer] = DEAD
    for (const person of people.subarray(0, met)) seenPerson[person] = DEAD
    return false
  }
}
