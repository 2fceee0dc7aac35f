import type { OccupationNode } from '#app/domain/matching/occupation-graph.ts'
import type { Random } from '#prisma/reference/random.ts'

const LETTERS = 'ABCDEFGHIJKLMN'
const DOMAINS = 110
const RECORDS = 1584

/** Occupations in the shape of the whole ROME 4.0: 1,584 records in 110 domains, parents of about three, 5 to 10 near ones each. */
export function romeShaped(random: Random): OccupationNode[] {
  const codes = Array.from({ length: RECORDS }, (_, at) => {
    const domain = at % DOMAINS
    const letter = LETTERS[domain % LETTERS.length] ?? 'A'
    const domainCode = `${letter}${10 + Math.floor(domain / LETTERS.length)}`
    return { domainCode, romeCode: `${domainCode}${String(Math.floor(at / DOMAINS) + 1).padStart(2, '0')}` }
  })
  const byDomain = new Map<string, string[]>()
  for (const { domainCode, romeCode } of codes)
    byDomain.set(domainCode, [...(byDomain.get(domainCode) ?? []), romeCode])
  return codes.map(({ domainCode, romeCode }) => {
    const siblings = byDomain.get(domainCode) ?? []
    const at = siblings.indexOf(romeCode)
    const near = new Set<string>()
    const count = random.int(5, 10)
    while (near.size < count) {
      const code = random.chance(0.6) ? random.pick(siblings) : random.pick(codes).romeCode
      if (code !== romeCode) near.add(code)
    }
    return { romeCode, domainCode, parentCode: siblings[at - (at % 3)] ?? romeCode, near: [...near] }
  })
}
