import { z } from 'zod'
import { idSchema } from './ids.ts'
import { ROME_CODE } from './occupation.ts'
import { TRAVEL_MEANS } from './travel.ts'

const toList = (value: unknown) => (value === undefined || value === '' ? [] : [value].flat())
const ticked = z.preprocess((value) => value === 'on', z.boolean())
const emptyIsNull = (value: unknown) =>
  typeof value !== 'string' || value.trim() === '' ? null : value.trim()

const name = (sentence: string) =>
  z
    .string()
    .trim()
    .min(1, sentence)
    .max(80)
    .regex(/\p{L}/u, sentence)
    .transform((text) => text.replace(/\s+/g, ' '))

const wholeNumber = (least: number, most: number) =>
  z.preprocess((value) => {
    const text = emptyIsNull(value)
    return text === null ? null : Number(text)
  }, z.number().int('Écrivez un nombre entier.').min(least).max(most).nullable())

/** Somebody registered by somebody else, as the form sends it. What is empty is null; `seen` are the look-alikes shown before. */
export const registrationOnBehalfSchema = z.object({
  firstName: name('Écrivez son prénom.'),
  lastName: name('Écrivez son nom.'),
  birthMonth: wholeNumber(1, 12),
  phone: z.preprocess(emptyIsNull, z.string().max(40).nullable()),
  email: z.preprocess(
    emptyIsNull,
    z
      .email('Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr')
      .max(200)
      .transform((text) => text.toLowerCase())
      .nullable(),
  ),
  commune: z.string().trim().min(2, 'Écrivez le nom de sa commune.').max(120),
  occupation: z.preprocess(
    emptyIsNull,
    z.string().regex(ROME_CODE, 'Choisissez un métier de la liste.').nullable(),
  ),
  travelMeans: z.enum(TRAVEL_MEANS, 'Dites comment la personne se déplace.'),
  travelMaxMinutes: wholeNumber(5, 300),
  how: z.enum(['phone', 'counter'], 'Dites si la personne est au téléphone ou devant vous.'),
  registration: z.literal('on', 'Sans son accord, nous ne pouvons pas ouvrir de compte.'),
  messages: ticked,
  visibility: ticked,
  seen: z.preprocess(toList, z.array(idSchema).max(20)),
})

export type RegistrationOnBehalf = z.output<typeof registrationOnBehalfSchema>
