import { PROXIMITY } from '#app/domain/matching/weights.ts'
import type { Ask } from './ask.ts'
import { addList, lookAround, type Search } from './search.ts'
import { startSearch, type When } from './start-search.ts'

function sweepByPlace(search: Search, ask: Ask) {
  const { core } = search
  if (core.couldEnter(PROXIMITY.openOffer) === 0) return
  lookAround(search, 'byPlace', () => ask.limitKm)
  // Experience is had in a project: it counts for no offer that is open to anybody.
  if (ask.isOpen)
    core.sweepEverybody(
      PROXIMITY.openOffer,
      ask.projects.reduce((most, project) => Math.max(most, project & 3), 0),
    )
  else core.sweepOpen(PROXIMITY.openOffer, 0)
}

/**
 * Leaves in the core the best offers for a person: occupations by falling proximity to any project, cells by rising distance, each
 * left out as soon as nothing in it could enter.
 */
export function findOffers(search: Search, ask: Ask, when: When): void {
  const { core, occupations } = search
  if (!startSearch(search, ask, when)) return
  for (const project of ask.projects) {
    const offered = occupations.offered[project >> 2]
    if (offered) addList(search, offered, project & 3)
  }
  lookAround(search, 'byOccupation', () => ask.limitKm)
  core.sweepOccupations(PROXIMITY.openPerson)
  sweepByPlace(search, ask)
  core.sweepOccupations(PROXIMITY.none)
}
