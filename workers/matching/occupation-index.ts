import { buildOccupationGraph, type OccupationNode } from '#app/domain/matching/occupation-graph.ts'

/** Occupations near one, by falling proximity (0–1), itself first. */
export type Nearness = { occupations: Int32Array; proximities: Float64Array }

/** Occupations as numbers. `offered[w]`: what somebody who wants `w` may be offered. `wanted[o]`: what people may want who suit `o`. */
export type OccupationIndex = { numbers: Map<string, number>; offered: Nearness[]; wanted: Nearness[] }

const itself = (number: number): Nearness => ({
  occupations: Int32Array.of(number),
  proximities: Float64Array.of(1),
})

type Pair = { occupation: number; proximity: number }

const toNearness = (pairs: Pair[]): Nearness => {
  pairs.sort((a, b) => b.proximity - a.proximity || a.occupation - b.occupation)
  return {
    occupations: Int32Array.from(pairs, ({ occupation }) => occupation),
    proximities: Float64Array.from(pairs, ({ proximity }) => proximity),
  }
}

const groupBy = (nodes: readonly OccupationNode[], key: (node: OccupationNode) => string) => {
  const groups = new Map<string, string[]>()
  for (const node of nodes) groups.set(key(node), [...(groups.get(key(node)) ?? []), node.romeCode])
  return groups
}

/** Every pair of the graph whose proximity is above zero, asked once of the domain (`buildOccupationGraph`). */
export function buildOccupationIndex(nodes: readonly OccupationNode[]): OccupationIndex {
  const graph = buildOccupationGraph(nodes)
  const byCode = new Map(nodes.map((node) => [node.romeCode, node]))
  // In the order of their codes: occupations of one domain get neighbouring numbers.
  const known = [...byCode.values()].sort((a, b) => (a.romeCode < b.romeCode ? -1 : 1))
  const numbers = new Map(known.map(({ romeCode }, number) => [romeCode, number]))
  const byParent = groupBy(known, ({ parentCode }) => parentCode)
  const byDomain = groupBy(known, ({ domainCode }) => domainCode)
  const wanted: Pair[][] = known.map(() => [])
  const offered = known.map((node, number) => {
    const candidates = new Set([
      node.romeCode,
      ...(byParent.get(node.parentCode) ?? []),
      ...(byDomain.get(node.domainCode) ?? []),
      ...node.near,
      ...node.near.flatMap((code) => byCode.get(code)?.near ?? []),
    ])
    const pairs: Pair[] = []
    for (const code of candidates) {
      const occupation = numbers.get(code)
      const proximity = graph.proximity(node.romeCode, code)
      if (occupation === undefined || proximity <= 0) continue
      pairs.push({ occupation, proximity })
      wanted[occupation]?.push({ occupation: number, proximity })
    }
    return toNearness(pairs)
  })
  return { numbers, offered, wanted: wanted.map(toNearness) }
}

/** The number of an occupation. A code that the graph does not know is near nothing but itself. */
export function occupationNumber(index: OccupationIndex, code: string): number {
  const known = index.numbers.get(code)
  if (known !== undefined) return known
  const number = index.numbers.size
  index.numbers.set(code, number)
  index.offered.push(itself(number))
  index.wanted.push(itself(number))
  return number
}
