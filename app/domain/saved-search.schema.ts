import { z } from 'zod'
import { RHYTHMS } from './saved-search.ts'

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const choice = <const T extends readonly [string, ...string[]]>(values: T, missing: string) =>
  z.preprocess(first, z.enum(values, { error: missing }))

/** How often and by which way a person wants to be told of new offers. */
export const howToldSchema = z.object({
  rhythm: choice(RHYTHMS, 'Choisissez : chaque jour, ou chaque semaine.'),
  channel: choice(['sms', 'email'], 'Choisissez : SMS, ou e-mail.'),
})
export type HowToldForm = z.infer<typeof howToldSchema>
