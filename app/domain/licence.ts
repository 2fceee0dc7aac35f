/** The licences offers most often ask for: category B and moped of the French road code (art. R221-4). */
export const USUAL_LICENCES: readonly string[] = ['B', 'AM']

/** Every driving licence of the French road code (art. R221-4), in the order in which a form shows them. */
export const DRIVING_LICENCES: readonly string[] = [
  ...USUAL_LICENCES,
  'BE',
  'A1',
  'A2',
  'A',
  'C1',
  'C',
  'CE',
  'D1',
  'D',
]

// Category B comes before BE, C1, C, D1 and D; CE gives BE; a heavier category gives the lighter ones; each of them gives AM.
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  B: ['AM'],
  BE: ['B', 'AM'],
  A1: ['AM'],
  A2: ['A1', 'AM'],
  A: ['A2', 'A1', 'AM'],
  C1: ['B', 'AM'],
  C: ['C1', 'B', 'AM'],
  CE: ['C', 'C1', 'BE', 'B', 'AM'],
  D1: ['B', 'AM'],
  D: ['D1', 'B', 'AM'],
}

/** Licences and certificates held, with the categories that each of them gives (road code, arts. R221-4 to R221-7), each once. */
export const heldLicences = (codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap((code) => [code, ...(IMPLIED[code] ?? [])])),
]
