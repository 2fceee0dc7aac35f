import { readReference, territoryIn } from '#app/db/reference.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { AskedPeople } from '#app/domain/people-search.ts'
import { ok } from '#app/domain/result.ts'
import { getPeopleSearch } from './people-search.server.ts'

const NAMED_PLACES = 14

/**
 * The people found, counted by commune, and what their map is drawn with: the same numbers as the list by commune, the
 * commune's centre, and nothing of anybody. Refusals: those of `getPeopleSearch`.
 */
export async function getPeopleMap({ actor, asked, now }: Asked) {
  const [page, reference] = await Promise.all([
    getPeopleSearch({ actor, asked, by: 'commune', now }),
    readReference(),
  ])
  if (!page.ok) return page
  const home = territoryIn(reference, actor.territoryId)
  const towns = reference.communes
    .filter(({ departementCode }) => departementCode === home?.departementCode)
    .slice(0, NAMED_PLACES)
  const { commune, communes, total, isVerified } = page.value
  return ok({
    isVerified,
    commune,
    communes,
    total,
    places: towns.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
  })
}
type Asked = { actor: Extract<Actor, { kind: 'recruiter' }>; asked: AskedPeople; now: Date }
