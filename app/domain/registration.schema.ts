import { z } from 'zod'
import { codes, line, oneOf, tick } from './form-fields.ts'
import { OPT_IN_KINDS } from './registration.ts'
import { TRAVEL_MEANS } from './travel.ts'

const MAX_NAME = 60

const name = (missing: string) =>
  line({ min: 1, max: MAX_NAME, missing }).refine((text) => text === '' || /\p{L}/u.test(text), {
    message: 'Écrivez-le avec des lettres.',
  })

/** First and last name, in any alphabet. */
export const nameFormSchema = z.object({
  firstName: name('Écrivez votre prénom.'),
  lastName: name('Écrivez votre nom de famille.'),
})

const code = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value) || null,
  z.string().max(60, 'Choisissez dans la liste.').nullable(),
)

/** A commune as it was typed, and the one picked when several answer. */
export const communeFormSchema = z.object({
  commune: line({ min: 1, max: 120, missing: 'Écrivez le nom de votre commune, ou son code postal.' }),
  communeCode: code,
})

/** Stands for no occupation in particular. */
export const ANY_OCCUPATION = 'tous'

/** Words typed for an occupation, those that were looked for already, and the one picked. */
export const typedOccupationSchema = z.object({
  words: line({ max: 100 }),
  searched: line({ max: 100 }),
  occupation: code,
})

export type TypedOccupation = z.output<typeof typedOccupationSchema>

/** An occupation, and the kinds asked for beside jobs. */
export const occupationFormSchema = typedOccupationSchema.extend({
  kinds: codes(OPT_IN_KINDS.length).pipe(z.array(z.enum(OPT_IN_KINDS, 'Choisissez dans la liste.'))),
})

export type OccupationForm = z.output<typeof occupationFormSchema>

/** How long a way to work may be, in minutes: what the walk offers to choose from. */
export const TRAVEL_MINUTES = ['15', '30', '45', '60'] as const
/** What is chosen when the page opens. */
export const TRAVEL_DEFAULT = { means: 'car', minutes: '30' } as const

/** The means, and the longest way. */
export const travelFormSchema = z
  .object({
    means: oneOf(TRAVEL_MEANS, 'Choisissez comment vous vous déplacez.'),
    minutes: oneOf(TRAVEL_MINUTES, 'Choisissez une durée de la liste.'),
  })
  .transform(({ means, minutes }) => ({ means, maxMinutes: Number(minutes) }))

/** What a person agrees to, each apart; nothing ticked is an answer. */
export const agreementsFormSchema = z.object({ messages: tick, visibility: tick })
