import { z } from 'zod'
import { codes, day, line, oneOf, tick } from './form-fields.ts'
import { isListedLanguage } from './language.ts'
import { CONTRACTS, ELIGIBLE_PUBLICS, EXPERIENCE_LEVELS, OFFER_KINDS } from './offer.ts'
import type { ProfileQuestion } from './profile.questions.ts'
import { HOURS_WISHES, type Profile, VISIBILITIES } from './profile.ts'
import { SLOTS } from './schedule.ts'
import { NO_SITUATION } from './situation.ts'
import { LONGEST_LIMIT_MINUTES, TRAVEL_MEANS } from './travel.ts'

const MOST_CODES = 200
const MOST_WRITTEN_LANGUAGES = 5
const FROM_THE_LIST = 'Choisissez dans la liste.'

const several = <T extends string>(values: readonly T[]) =>
  codes(values.length).pipe(z.array(z.enum(values as [T, ...T[]], FROM_THE_LIST)))

const numberOrNull = (least: number, most: number) =>
  z.preprocess((value) => {
    const text = typeof value === 'string' ? value.trim().replace(',', '.') : ''
    return text === '' ? null : Number(text)
  }, z.number().min(least).max(most).nullable())

/** What one question of a profile may change; `commune` is as it was typed; `isWithheld`: the person would rather not say. */
export type ProfileAnswer = Partial<
  Pick<
    Profile,
    | 'projects'
    | 'isOpenToAnyOccupation'
    | 'skills'
    | 'languages'
    | 'licences'
    | 'slots'
    | 'availableFrom'
    | 'contracts'
    | 'hours'
    | 'travel'
    | 'kinds'
    | 'eligiblePublics'
    | 'visibility'
  >
> & { commune?: string; isWithheld?: boolean }

const languages = z
  .object({
    languages: codes(MOST_CODES).pipe(z.array(z.string().refine(isListedLanguage, FROM_THE_LIST))),
    otherLanguages: line({ max: 100 }).transform((text) =>
      text
        .toLowerCase()
        .split(/\s*[,;/]\s*/)
        .filter(Boolean),
    ),
  })
  .superRefine(({ otherLanguages }, context) => {
    if (otherLanguages.length <= MOST_WRITTEN_LANGUAGES) return
    const message = `Écrivez ${MOST_WRITTEN_LANGUAGES} langues au plus.`
    context.addIssue({ code: 'custom', path: ['otherLanguages'], message })
  })
  .transform(({ languages, otherLanguages }) => ({
    languages: [...new Set([...languages, ...otherLanguages])],
  }))

/** One of the situations, none of them, or nothing said at all. */
const situation = z
  .object({ situations: several([...ELIGIBLE_PUBLICS, NO_SITUATION]) })
  .superRefine(({ situations }, context) => {
    if (situations.length < 2 || !situations.includes(NO_SITUATION)) return
    const message = 'Cochez vos situations, ou bien « Aucune de ces situations ».'
    context.addIssue({ code: 'custom', path: ['situations'], message })
  })
  .transform(({ situations }) => ({
    eligiblePublics: situations.filter((one) => one !== NO_SITUATION),
    isWithheld: situations.length === 0,
  }))

/** The answer to each question, as its form sends it. Numbers may be written with a comma; what is empty is null. */
export const profileAnswerSchemas: Record<ProfileQuestion, z.ZodType<ProfileAnswer>> = {
  projects: z.object({ isOpenToAnyOccupation: tick }),
  skills: z
    .object({ skills: codes(MOST_CODES), otherSkills: codes(MOST_CODES) })
    .transform(({ skills, otherSkills }) => ({ skills: [...new Set([...skills, ...otherSkills])] })),
  languages,
  licences: z
    .object({ licences: codes(MOST_CODES), certificates: codes(MOST_CODES) })
    .transform(({ licences, certificates }) => ({ licences: [...new Set([...licences, ...certificates])] })),
  slots: z.object({ slots: several(SLOTS) }),
  start: z.object({ availableFrom: day }),
  contracts: z.object({ contracts: several(CONTRACTS), hours: several(HOURS_WISHES) }),
  commune: z.object({
    commune: line({
      min: 2,
      max: 120,
      missing: 'Écrivez le nom de votre commune.',
      short: 'Écrivez le nom entier de votre commune.',
    }),
  }),
  travel: z
    .object({
      travelMeans: oneOf(TRAVEL_MEANS, 'Choisissez comment vous vous déplacez.'),
      travelMaxKm: numberOrNull(0, 300),
      travelMaxMinutes: numberOrNull(5, LONGEST_LIMIT_MINUTES).pipe(
        z.number().int('Écrivez un nombre entier de minutes.').nullable(),
      ),
    })
    .transform(({ travelMeans, travelMaxKm, travelMaxMinutes }) => ({
      travel: { means: travelMeans, maxKm: travelMaxKm, maxMinutes: travelMaxMinutes },
    })),
  kinds: z.object({
    kinds: several(OFFER_KINDS).pipe(
      z.array(z.enum(OFFER_KINDS)).min(1, 'Choisissez au moins un genre d’offre.'),
    ),
  }),
  situation,
  visibility: z.object({ visibility: oneOf(VISIBILITIES, 'Choisissez qui voit votre profil.') }),
}

/** The version of the profile that the page showed; empty once the person was told that it had grown old. */
export const profileVersionSchema = z.coerce.number().int().min(1)

/** The experience had in an occupation. */
export const experienceFormSchema = z.object({
  experience: oneOf(EXPERIENCE_LEVELS, 'Choisissez une réponse.'),
})

/** The choice of contact as its form sends it. */
export const contactFormSchema = z.object({
  channel: z.enum(['sms', 'email', 'none']),
  monthlySolicitations: z.coerce.number().int().min(0).max(8),
})
