import { PROXIMITY } from './weights.ts'

/** What the graph needs of an occupation. `near` is in ROME's order of mobility. */
export type OccupationNode = {
  romeCode: string
  parentCode: string
  domainCode: string
  near: readonly string[]
}
export type OccupationGraph = { proximity(wanted: string, offered: string): number }

// The last one may fall a bit under its value by rounding.
const mobility = (rank: number, count: number) =>
  count < 2
    ? PROXIMITY.mobilityFirst
    : Math.max(
        PROXIMITY.mobilityLast,
        PROXIMITY.mobilityFirst - ((PROXIMITY.mobilityFirst - PROXIMITY.mobilityLast) * rank) / (count - 1),
      )

/**
 * How near occupations are, 0 to 1: same record, same parent, ROME mobility in its order, two steps of mobility or one step
 * back, same domain (ROME 4.0, France Travail: rubrique "mobilités"). Codes unknown to the graph are near nothing but themselves.
 */
export function buildOccupationGraph(nodes: Iterable<OccupationNode>): OccupationGraph {
  const byCode = new Map<string, OccupationNode & { ranks: Map<string, number> }>()
  for (const node of nodes)
    byCode.set(node.romeCode, { ...node, ranks: new Map(node.near.map((c, i) => [c, i])) })
  return {
    proximity(wanted, offered) {
      if (wanted === offered) return PROXIMITY.same
      const from = byCode.get(wanted)
      const to = byCode.get(offered)
      if (!from || !to) return PROXIMITY.none
      if (from.parentCode === to.parentCode) return PROXIMITY.sameParent
      const rank = from.ranks.get(offered)
      if (rank !== undefined) return mobility(rank, from.near.length)
      if (to.ranks.has(wanted)) return PROXIMITY.mobilityBack
      for (const code of from.near) if (byCode.get(code)?.ranks.has(offered)) return PROXIMITY.twoSteps
      return from.domainCode === to.domainCode ? PROXIMITY.sameDomain : PROXIMITY.none
    },
  }
}
