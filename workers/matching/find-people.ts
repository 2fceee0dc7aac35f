import { PROXIMITY } from '#app/domain/matching/weights.ts'
import type { Ask } from './ask.ts'
import type { BlockIndex } from './block-index.ts'
import { EVERYBODY, OPEN } from './layers.ts'
import { addList, lookAround, type Search } from './search.ts'
import { startSearch, type When } from './start-search.ts'

const maxReachKm = (index: BlockIndex) => index.maxReachKm

function sweepByPlace(search: Search, family: number, proximity: number) {
  const { core } = search
  if (core.couldEnter(proximity) === 0) return
  lookAround(search, 'byPlace', maxReachKm)
  core.sweepByPlace(family, proximity, 0)
}

/**
 * Leaves in the core the best people for an offer: occupations by falling proximity, cells by rising distance, each left out as
 * soon as nobody in it could enter.
 */
export function findPeople(search: Search, ask: Ask, when: When): void {
  const { core } = search
  if (!startSearch(search, ask, when) || ask.last < when.today) return
  const occupation = ask.projects[0]
  if (occupation === undefined) {
    sweepByPlace(search, EVERYBODY, PROXIMITY.openOffer)
    return
  }
  const wanted = search.occupations.wanted[occupation >> 2]
  if (!wanted) return
  addList(search, wanted, 0)
  lookAround(search, 'byOccupation', maxReachKm)
  core.sweepOccupations(PROXIMITY.openPerson)
  sweepByPlace(search, OPEN, PROXIMITY.openPerson)
  core.sweepOccupations(PROXIMITY.none)
}
