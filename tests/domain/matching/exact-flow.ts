import type { AllocationInput } from '#app/domain/matching/allocate.ts'

type Arc = { to: number; back: Arc; left: number; gain: bigint }

/** How many places each offer may fill, and what filling the one at a level is worth besides the score. */
export type Places = { placesOf: (offer: number) => number; worthOf: (level: number) => bigint }

/**
 * The exact answer by brute means: a maximum flow of greatest gain from offers to people, by Bellman and Ford's search for
 * the best path, again and again, in whole numbers without limit. Returns the people of each offer and their total score.
 */
export function solveExactly({ offers, budgets }: AllocationInput, { placesOf, worthOf }: Places) {
  const people = [...budgets.keys()]
  const numberOf = new Map(people.map((id, at) => [id, 2 + offers.length + at]))
  const arcs: Arc[][] = Array.from({ length: 2 + offers.length + people.length }, () => [])
  const join = (from: number, to: number, { left = 1, gain = 0n }) => {
    const arc = { to, left, gain } as Arc
    arc.back = { to: from, left: 0, gain: -gain, back: arc }
    arcs[from]?.push(arc)
    arcs[to]?.push(arc.back)
  }
  for (const [at, { served, pairs }] of offers.entries()) {
    for (let place = 1; place <= placesOf(at); place++) join(0, 2 + at, { gain: worthOf(served + place) })
    for (const { profileId, scoreTenths } of pairs) {
      const person = numberOf.get(profileId)
      if (person !== undefined) join(2 + at, person, { gain: BigInt(scoreTenths) })
    }
  }
  for (const [at, id] of people.entries())
    join(2 + offers.length + at, 1, { left: Math.max(0, budgets.get(id) ?? 0) })
  while (push(arcs));
  const counts = offers.map(
    (_, at) => (arcs[2 + at] ?? []).filter(({ to, left }) => to >= 2 + offers.length && left === 0).length,
  )
  let total = 0
  for (const own of arcs.slice(2, 2 + offers.length))
    for (const { to, left, gain } of own) if (to >= 2 + offers.length && left === 0) total += Number(gain)
  return { counts, total }
}

/** Sends one unit along the path of greatest gain; false when no path is left. */
function push(arcs: Arc[][]): boolean {
  const best: (bigint | null)[] = arcs.map(() => null)
  const by: (Arc | null)[] = arcs.map(() => null)
  best[0] = 0n
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (const [from, own] of arcs.entries()) {
      const sofar = best[from]
      if (sofar === null || sofar === undefined) continue
      for (const arc of own) {
        const known = best[arc.to]
        if (arc.left === 0 || (known !== null && known !== undefined && known >= sofar + arc.gain)) continue
        best[arc.to] = sofar + arc.gain
        by[arc.to] = arc
        isBetter = true
      }
    }
  }
  if (best[1] === null) return false
  for (let arc = by[1]; arc; arc = by[arc.back.to]) {
    arc.left--
    arc.back.left++
  }
  return true
}
