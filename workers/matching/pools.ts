import { type CopiedRow, uuidAt, uuidIn } from '#app/db/copied-row.server.ts'
import { OFFER_VALUES, PERSON_VALUES } from '#app/db/match-copy.server.ts'
import { readOffers, readPeople, readPool } from '#app/db/match-pool.server.ts'
import type { Ceilings, Placed } from '#app/db/match-rows.server.ts'
import { readFactsSince } from '#app/db/outbox-feed.server.ts'
import {
  buildOccupationGraph,
  type OccupationGraph,
  type OccupationNode,
} from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import type { Result } from '#app/domain/result.ts'
import { logger } from '#app/system/logger.server.ts'
import { createMatchingEngine, type MatchingEngine, type RowDoor } from './engine.ts'
import { type Changes, changesOf } from './freshness.ts'
import { giveBack } from './give-back.ts'
import { numberAt, remembered } from './row-numbers.ts'

/**
 * The pools of a process, one engine for each territory, as a snapshot of the database knew them. The database remains
 * the truth: they can be thrown away at any moment.
 */
export type Pools = {
  /** Reads everything. Rejects, and holds nothing, when the database cannot be read to the end. */
  load(): Promise<void>
  isLoaded(): boolean
  /** Throws away what was read, so that it is read again. */
  forget(): void
  /** Brings in every change committed before the call; reads everything when some of them can no longer be known. */
  catchUp(): Promise<void>
  engineOf(territoryId: string): MatchingEngine
  graph(): OccupationGraph
  ceilings(): Ceilings
  size(): { people: number; offers: number }
}

type Loaded = {
  snapshot: string
  occupations: OccupationNode[]
  graph: OccupationGraph
  ceilings: Ceilings
  engines: Map<string, MatchingEngine>
}

const nothingLoaded = (): Loaded => ({
  snapshot: '',
  occupations: [],
  graph: buildOccupationGraph([]),
  ceilings: new Map(),
  engines: new Map(),
})

function engineIn({ engines, occupations }: Loaded, territoryId: string): MatchingEngine {
  const known = engines.get(territoryId)
  if (known) return known
  const engine = createMatchingEngine({ occupations })
  engines.set(territoryId, engine)
  return engine
}

type Door = RowDoor & { maxApplications: number }

/** Finds the door of the territory that a row tells. */
function doors(loaded: Loaded): (row: CopiedRow, value: number) => Door {
  const list: Door[] = []
  const numbers = remembered((row, start) => {
    const territoryId = uuidIn(row, start)
    const maxApplications = loaded.ceilings.get(territoryId) ?? 0
    return list.push({ ...engineIn(loaded, territoryId).putRows(), maxApplications }) - 1
  })
  return (row, value) => list[numberAt(row, value, numbers, {})] as Door
}

function logRefused(kind: 'profile' | 'offer', id: string, result: Result<null>): boolean {
  if (result.ok) return false
  logger.warn({ [`${kind}Id`]: id, fields: Object.keys(result.refusal.fields) }, 'left out of matching')
  return true
}

// Whoever is refused is taken out: what the pool held before is no longer true.
function putPeople(loaded: Loaded, ids: readonly string[], people: readonly Placed<MatchPerson>[]) {
  const home = new Map(people.map(({ item, territoryId }) => [item.profileId, territoryId]))
  for (const id of ids)
    for (const [territoryId, engine] of loaded.engines)
      if (home.get(id) !== territoryId) engine.removePerson(id)
  for (const { item, territoryId } of people) {
    const engine = engineIn(loaded, territoryId)
    if (logRefused('profile', item.profileId, engine.putPerson(item))) engine.removePerson(item.profileId)
  }
}

function putOffers(loaded: Loaded, ids: readonly string[], offers: readonly Placed<MatchOffer>[]) {
  const home = new Map(offers.map(({ item, territoryId }) => [item.offerId, territoryId]))
  for (const id of ids)
    for (const [territoryId, engine] of loaded.engines)
      if (home.get(id) !== territoryId) engine.removeOffer(id)
  for (const { item, territoryId } of offers) {
    const engine = engineIn(loaded, territoryId)
    if (logRefused('offer', item.offerId, engine.putOffer(item))) engine.removeOffer(item.offerId)
  }
}

/** Pools that hold nothing yet. */
export function createPools(): Pools {
  let loaded: Loaded | null = null
  const held = () => {
    if (!loaded) throw new Error('the pool is not loaded')
    return loaded
  }
  async function load() {
    loaded = null
    const startedAt = performance.now()
    const next = nothingLoaded()
    const doorOf = doors(next)
    next.snapshot = await readPool({
      begin({ occupations, ceilings }) {
        giveBack()
        Object.assign(next, { occupations, ceilings, graph: buildOccupationGraph(occupations) })
      },
      person(row) {
        const result = doorOf(row, PERSON_VALUES.territoryId).person(row)
        if (!result.ok) logRefused('profile', uuidAt(row, PERSON_VALUES.profileId), result)
      },
      offer(row) {
        const { offer, maxApplications } = doorOf(row, OFFER_VALUES.territoryId)
        const result = offer(row, maxApplications)
        if (!result.ok) logRefused('offer', uuidAt(row, OFFER_VALUES.offerId), result)
      },
    })
    for (const engine of next.engines.values()) engine.index()
    loaded = next
    logger.info({ ...size(), ms: Math.round(performance.now() - startedAt) }, 'matching pool loaded')
  }
  async function apply(into: Loaded, { offerIds, profileIds }: Changes) {
    if (offerIds.length + profileIds.length === 0) return
    if (offerIds.length > 0) putOffers(into, offerIds, await readOffers(offerIds, into.ceilings))
    if (profileIds.length > 0) putPeople(into, profileIds, await readPeople(profileIds))
  }
  function size() {
    const sizes = [...held().engines.values()].map((engine) => engine.size())
    return {
      people: sizes.reduce((sum, { people }) => sum + people, 0),
      offers: sizes.reduce((sum, { offers }) => sum + offers, 0),
    }
  }
  return {
    load,
    isLoaded: () => loaded !== null,
    forget() {
      loaded = null
    },
    async catchUp() {
      const into = held()
      const news = await readFactsSince(into.snapshot)
      const changes = await changesOf(news.facts)
      if (news.isTrimmed || changes.isEverything) return load()
      await apply(into, changes)
      into.snapshot = news.snapshot
    },
    engineOf: (territoryId) => engineIn(held(), territoryId),
    graph: () => held().graph,
    ceilings: () => held().ceilings,
    size,
  }
}
