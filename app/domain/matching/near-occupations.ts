import type { OccupationGraph, OccupationNode } from './occupation-graph.ts'
import { PROXIMITY } from './weights.ts'

/**
 * The occupations whose people may do this one: itself first, then those at least as near as ROME's last mobility (0.45),
 * nearest first, ties by code.
 */
export const nearOccupations = (
  code: string,
  nodes: readonly Pick<OccupationNode, 'romeCode'>[],
  graph: OccupationGraph,
): string[] =>
  nodes
    .map(({ romeCode }) => ({ romeCode, proximity: graph.proximity(romeCode, code) }))
    .filter(({ proximity }) => proximity >= PROXIMITY.mobilityLast)
    .sort((a, b) => b.proximity - a.proximity || (a.romeCode < b.romeCode ? -1 : 1))
    .map(({ romeCode }) => romeCode)
