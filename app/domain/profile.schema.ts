import { z } from 'zod'
import { ROME_CODE } from './occupation.ts'
import { CONTRACTS, EXPERIENCE_LEVELS, OFFER_KINDS } from './offer.ts'
import { type Profile, type Project, VISIBILITIES } from './profile.ts'
import { SLOTS } from './schedule.ts'
import { TRAVEL_MEANS } from './travel.ts'

/** How many occupations a person may rank. */
export const PROJECT_RANKS = [1, 2, 3] as const

const toList = (value: unknown) => (value === undefined || value === '' ? [] : [value].flat())
const several = <T extends string>(values: readonly T[]) => z.preprocess(toList, z.array(z.enum(values)))
const codes = z.preprocess(toList, z.array(z.string().max(60)).max(200))
const ticked = z.preprocess((value) => value === 'on', z.boolean())

const numberOrNull = (least: number, most: number) =>
  z.preprocess((value) => {
    const text = typeof value === 'string' ? value.trim().replace(',', '.') : ''
    return text === '' ? null : Number(text)
  }, z.number().min(least).max(most).nullable())

const dateOrNull = z.preprocess(
  (value) => (value === undefined || value === '' ? null : value),
  z.iso.date().nullable(),
)
const occupation = z.preprocess(
  (value) => (value === undefined || value === '' ? null : value),
  z.string().regex(ROME_CODE, 'Choisissez un métier de la liste.').nullable(),
)
const experience = z.preprocess((value) => value || 'none', z.enum(EXPERIENCE_LEVELS))

/** A profile as its form sends it. Numbers may be written with a comma; what is empty is null. */
export const profileFormSchema = z
  .object({
    version: z.coerce.number().int().min(1),
    commune: z.string().trim().min(2, 'Écrivez le nom de votre commune.').max(120),
    kinds: several(OFFER_KINDS).pipe(
      z.array(z.enum(OFFER_KINDS)).min(1, 'Choisissez au moins un genre d’offre.'),
    ),
    isOpenToAnyOccupation: ticked,
    project1: occupation,
    project2: occupation,
    project3: occupation,
    experience1: experience,
    experience2: experience,
    experience3: experience,
    contracts: several(CONTRACTS),
    slots: several(SLOTS),
    availableFrom: dateOrNull,
    travelMeans: z.enum(TRAVEL_MEANS),
    travelMaxKm: numberOrNull(0, 300),
    travelMaxMinutes: numberOrNull(5, 300).pipe(
      z.number().int('Écrivez un nombre entier de minutes.').nullable(),
    ),
    licences: codes,
    certificates: codes,
    skills: codes,
    otherSkills: codes,
    visibility: z.enum(VISIBILITIES),
  })
  .transform(({ version, commune, project1, project2, project3, ...form }) => {
    const asked: Project[] = [
      { occupationCode: project1, experience: form.experience1 },
      { occupationCode: project2, experience: form.experience2 },
      { occupationCode: project3, experience: form.experience3 },
    ].filter((project): project is Project => project.occupationCode !== null)
    const firstOfEach = (project: Project, rank: number) =>
      asked.findIndex((other) => other.occupationCode === project.occupationCode) === rank
    return {
      version,
      commune,
      profile: {
        kinds: form.kinds,
        projects: asked.filter(firstOfEach),
        isOpenToAnyOccupation: form.isOpenToAnyOccupation,
        contracts: form.contracts,
        slots: form.slots,
        availableFrom: form.availableFrom,
        travel: { means: form.travelMeans, maxKm: form.travelMaxKm, maxMinutes: form.travelMaxMinutes },
        licences: [...new Set([...form.licences, ...form.certificates])],
        skills: [...new Set([...form.skills, ...form.otherSkills])],
        visibility: form.visibility,
      } satisfies Partial<Profile>,
    }
  })

export type ProfileForm = z.output<typeof profileFormSchema>

/** The choice of contact as its form sends it. */
export const contactFormSchema = z.object({
  channel: z.enum(['sms', 'email', 'none']),
  monthlySolicitations: z.coerce.number().int().min(0).max(8),
})
