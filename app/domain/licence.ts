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
