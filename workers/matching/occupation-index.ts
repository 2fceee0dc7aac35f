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

type Pair = { occupation: number; proximity: number }

const toNearness = (pairs: Pair[]): Nearness => {
  pairs.sort((a, b) => b.proximity - a.proximity || a.occupation - b.occupation)
  return {
    occupations: Int32Array.from(pairs, ({ occupation }) => occupation),
    proximities: Float64Array.from(pairs, ({ proximity }) => proximity),
  }
}

function copyIn(arena: Arena, { occupations, proximities }: Nearness): Nearness {
  const copy = {
    occupations: int32In(arena, occupations.length),
    proximities: float64In(arena, proximities.length),
  }
  copy.occupations.set(occupations)
  copy.proximities.set(proximities)
  return copy
}

const itself = (arena: Arena, number: number): Nearness =>
  copyIn(arena, toNearness([{ occupation: number, proximity: 1 }]))

const groupBy = (nodes: readonly OccupationNode[], key: (node: OccupationNode) => string) => {
  const groups = new Map<string, string[]>()
  for (const node of nodes) groups.set(key(node), [...(groups.get(key(node)) ?? []), node.romeCode])
  return groups
}

type Pairs = { codes: string[]; offered: Nearness[]; wanted: Nearness[] }

/** Every pair of the graph whose proximity is above zero, asked of the domain (`buildOccupationGraph`). */
function findPairs(nodes: readonly OccupationNode[]): Pairs {
  const graph = buildOccupationGraph(nodes)
  const byCode = new Map(nodes.map((node) => [node.romeCode, node]))
  // In the order of their codes: occupations of one domain get neighbouring numbers.
  const known = [...byCode.values()].sort((a, b) => (a.romeCode < b.romeCode ? -1 : 1))
  const numbers = new Map(known.map(({ romeCode }, number) => [romeCode, number]))
  const byParent = groupBy(known, ({ parentCode }) => parentCode)
  const byDomain = groupBy(known, ({ domainCode }) => domainCode)
  const backs = new Map<string, string[]>()
  for (const { romeCode, near } of known)
    for (const code of near) backs.set(code, [...(backs.get(code) ?? []), romeCode])
  const wanted: Pair[][] = known.map(() => [])
  const offered = known.map((node, number) => {
    const candidates = new Set([
      node.romeCode,
      ...(byParent.get(node.parentCode) ?? []),
      ...(byDomain.get(node.domainCode) ?? []),
      ...node.near,
      ...(backs.get(node.romeCode) ?? []),
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
  return { codes: known.map(({ romeCode }) => romeCode), offered, wanted: wanted.map(toNearness) }
}

const pairsFound = new WeakMap<readonly OccupationNode[], Pairs>()

/** The index of these occupations. Their pairs are found once, however many territories share the list, which nobody changes. */
export function buildOccupationIndex(arena: Arena, nodes: readonly OccupationNode[]): OccupationIndex {
  const found = pairsFound.get(nodes) ?? findPairs(nodes)
  pairsFound.set(nodes, found)
  const inArena = (lists: readonly Nearness[]) => lists.map((list) => copyIn(arena, list))
  return {
    arena,
    numbers: new Map(found.codes.map((code, number) => [code, number])),
    offered: inArena(found.offered),
    wanted: inArena(found.wanted),
  }
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
