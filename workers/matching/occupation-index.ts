import { buildOccupationGraph, type OccupationNode } from '#app/domain/matching/occupation-graph.ts'
import { type Arena, float64In, int32In } from './arena.ts'

/** Occupations near one, by falling proximity (0–1), itself first. */
export type Nearness = { occupations: Int32Array; proximities: Float64Array }

/** Occupations as numbers. `offered[w]`: what somebody who wants `w` may be offered. `wanted[o]`: what people may want who suit `o`. */
export type OccupationIndex = {
  arena: Arena
  numbers: Map<string, number>
  offered: Nearness[]
  wanted: Nearness[]
}

const itself = (arena: Arena, number: number): Nearness =>
  toNearness(arena, [{ occupation: number, proximity: 1 }])

type Pair = { occupation: number; proximity: number }

function toNearness(arena: Arena, pairs: Pair[]): Nearness {
  pairs.sort((a, b) => b.proximity - a.proximity || a.occupation - b.occupation)
  const occupations = int32In(arena, pairs.length)
  const proximities = float64In(arena, pairs.length)
  for (const [at, { occupation, proximity }] of pairs.entries()) {
    occupations[at] = occupation
    proximities[at] = proximity
  }
  return { occupations, proximities }
}

const groupBy = (nodes: readonly OccupationNode[], key: (node: OccupationNode) => string) => {
  const groups = new Map<string, string[]>()
  for (const node of nodes) groups.set(key(node), [...(groups.get(key(node)) ?? []), node.romeCode])
  return groups
}

/** Every pair of the graph whose proximity is above zero, asked once of the domain (`buildOccupationGraph`). */
export function buildOccupationIndex(arena: Arena, nodes: readonly OccupationNode[]): OccupationIndex {
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
    return toNearness(arena, pairs)
  })
  return { arena, numbers, offered, wanted: wanted.map((pairs) => toNearness(arena, pairs)) }
}

/** The number of an occupation. A code that the graph does not know is near nothing but itself. */
export function occupationNumber(index: OccupationIndex, code: string): number {
  const known = index.numbers.get(code)
  if (known !== undefined) return known
  const number = index.numbers.size
  index.numbers.set(code, number)
  index.offered.push(itself(index.arena, number))
  index.wanted.push(itself(index.arena, number))
  return number
}
