/** The licences offers most often ask for: category B and moped of the French road code (art. R221-4). */
export const USUAL_LICENCES: readonly string[] = ['B', 'AM']

/** Every driving licence of the road code (art. R221-4), in the order in which a form shows them. */
export const DRIVING_LICENCES: readonly string[] = [
  ...USUAL_LICENCES,
  'BE',
  'A1',
  'A2',
  'A',
  'B1',
  'C1',
  'C1E',
  'C',
  'CE',
  'D1',
  'D1E',
  'D',
  'DE',
]

/**
 * What a licence or certificate gives or comes after. Each category with a trailer comes after the one without it, C1 and D1
 * after B (road code, art. R221-5); every category gives AM, B gives B1, C gives C1, D gives D1, those with a heavy trailer
 * give BE, CE gives C1E, DE gives D1E (directive 2006/126/EC, art. 6). A driver has the FCO after the initial qualification
 * (transport code, arts. R3314-1 and following). Whoever holds the SST is held to have the AFPS, now the PSC1 (orders of
 * 5 December 2002, art. 1, and of 24 July 2007, art. 4).
 */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  A1: ['AM'],
  A2: ['A1'],
  A: ['A2'],
  B1: ['AM'],
  B: ['B1'],
  BE: ['B'],
  C1: ['B'],
  C1E: ['C1', 'BE'],
  C: ['C1'],
  CE: ['C', 'C1E'],
  D1: ['B'],
  D1E: ['D1', 'BE'],
  D: ['D1'],
  DE: ['D', 'D1E'],
  FCO: ['FIMO'],
  SST: ['PSC1'],
}

const withGiven = (code: string): string[] => [code, ...(GIVEN[code] ?? []).flatMap(withGiven)]

const HELD_BY_CODE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.keys(GIVEN).map((code) => [code, [...new Set(withGiven(code))]]),
)

/** Licences and certificates held, with those that each of them gives alone, each once. */
export const heldLicences = (codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap((code) => HELD_BY_CODE.get(code) ?? [code])),
]
