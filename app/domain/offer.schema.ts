import { z } from 'zod'
import type { TypedCommune } from './commune.choose.ts'
import { addDays, type IsoDate } from './duration.ts'
import { codes, day, line, lines, number, oneOf, tick } from './form-fields.ts'
import { ROME_CODE } from './occupation.ts'
import { VOLUNTEERING_FIELDS } from './offer.fields.ts'
import { CONTRACTS, ELIGIBLE_PUBLICS, EXPERIENCE_LEVELS, type OfferContent, type OfferKind } from './offer.ts'
import { isSlot, type Slot } from './schedule.ts'

/** An offer as an organisation wrote it: everything but the commune, which is still to be looked up. */
export type WrittenOffer = { content: Omit<OfferContent, 'communeCode'>; place: TypedCommune }

const MAX_START_DAYS = 730
/** Weekly ceiling of the Code du travail (L3121-20). */
const MAX_HOURS = 48
const DESCRIPTION_MAX = 5000
const DESCRIPTION_MIN: Record<OfferKind, number> = { job: 30, clause: 30, seasonal: 30, volunteering: 300 }

const title = line({
  min: 5,
  max: 120,
  missing: 'Écrivez un titre. Exemple : aide de cuisine en restaurant scolaire.',
  short: 'Écrivez un titre d’au moins 5 caractères.',
}).refine((text) => (text.match(/\p{L}/gu)?.length ?? 0) >= 3 || text === '', {
  error: 'Écrivez le titre avec des mots : on le lit à voix haute et on le cherche.',
})

const occupationCode = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z
    .string('Choisissez un métier dans la liste.')
    .regex(ROME_CODE, 'Choisissez un métier dans la liste.')
    .nullable(),
)

const slots = codes(28).transform((list, context): Slot[] => {
  if (list.every(isSlot)) return list.filter(isSlot)
  context.addIssue({ code: 'custom', message: 'Choisissez des cases de la grille.' })
  return z.NEVER
})

const hours = number({
  above: 0,
  atMost: MAX_HOURS,
  low: 'Écrivez plus de 0 heure, ou laissez vide.',
  high: `La loi fixe ${MAX_HOURS} heures par semaine au plus. Écrivez ${MAX_HOURS} ou moins.`,
})

const MAX_REPLY_DAYS = 30

const replyDelayDays = number({
  above: 0,
  atMost: MAX_REPLY_DAYS,
  isWhole: true,
  missing: 'Dites dans combien de jours vous répondez, en chiffres.',
  low: 'Écrivez au moins 1.',
  high: `Écrivez ${MAX_REPLY_DAYS} au plus.`,
}).transform((value) => value ?? 0)

/** A whole number that may be left empty, and is then `empty`. */
const countOr = (empty: number, max: number) =>
  number({
    above: 0,
    atMost: max,
    isWhole: true,
    low: 'Écrivez au moins 1, ou laissez vide.',
    high: `Écrivez ${max} au plus.`,
  }).transform((value) => value ?? empty)

const always = <T extends string>(value: T) => z.preprocess(() => value, z.literal(value))

const contract = oneOf(CONTRACTS, 'Choisissez un contrat.')

const DETAILS = {
  job: z.object({ contract, isAgencyWork: tick }),
  clause: z.object({
    contract,
    market: line({ min: 3, max: 200, missing: 'Écrivez le nom du marché public.' }),
    lot: line({ max: 120 }),
    buyer: line({ max: 150 }),
    contractor: line({ max: 150 }),
    plannedHours: countOr(0, 200_000),
    facilitator: line({ max: 150 }),
    eligiblePublics: codes(ELIGIBLE_PUBLICS.length).pipe(
      z
        .array(z.enum(ELIGIBLE_PUBLICS, 'Choisissez dans la liste.'))
        .min(1, 'Dites à qui la clause est réservée. Choisissez au moins une réponse.'),
    ),
  }),
  seasonal: z.object({
    season: line({ min: 3, max: 80, missing: 'Dites la saison. Exemple : septembre et octobre.' }),
    crop: line({ min: 3, max: 80, missing: 'Dites la culture ou le métier. Exemple : vendanges.' }),
    keepsRsa: tick,
  }),
  volunteering: z.object({
    course: lines({ max: 2000 }),
    aims: lines({ max: 1000 }),
    suitableProfiles: lines({ max: 1000 }),
    skillsDeveloped: lines({ max: 1000 }),
    nextSteps: lines({ max: 1000 }),
    welcomeReferent: line({ min: 2, max: 120, missing: 'Dites qui accueille la personne.' }),
    timeAsked: line({
      min: 2,
      max: 120,
      missing: 'Dites le temps demandé. Exemple : une matinée par semaine.',
    }),
    field: oneOf(VOLUNTEERING_FIELDS, 'Choisissez un domaine.'),
  }),
} satisfies Record<OfferKind, z.ZodType>

const description = (kind: OfferKind) =>
  lines({
    min: DESCRIPTION_MIN[kind],
    max: DESCRIPTION_MAX,
    missing: kind === 'volunteering' ? 'Décrivez la mission.' : 'Décrivez le travail.',
  })

const common = (kind: OfferKind, today: IsoDate) => {
  const isPaid = kind !== 'volunteering'
  return z.object({
    title,
    occupationCode,
    description: description(kind),
    commune: line({ min: 1, max: 120, missing: 'Écrivez la commune, ou son code postal.' }),
    communeCode: z.preprocess(
      (code) => (typeof code === 'string' && code !== '' ? code : null),
      z.string().nullable(),
    ),
    address: line({ max: 200 }),
    positions: countOr(1, 500),
    startsOn: day.refine((date) => date === null || date <= addDays(today, MAX_START_DAYS), {
      error: 'Choisissez un début dans les deux ans.',
    }),
    endsOn: day.refine((date) => date === null || date >= today, { error: 'Cette date est passée.' }),
    hoursPerWeek: hours,
    slots,
    pay: isPaid ? line({ max: 120 }) : always(''),
    licences: codes(10),
    certificates: codes(10),
    skills: codes(20),
    experience: isPaid ? oneOf(EXPERIENCE_LEVELS, 'Choisissez une réponse.') : always('none'),
    isReachableByTransit: tick,
    hasCollectivePickup: tick,
    hasLodging: tick,
    isDisabilityFriendly: tick,
    replyDelayDays,
  })
}

/**
 * What the form of this kind sends → a written offer: the fields of the kind and no others, dates `YYYY-MM-DD`, hours a week
 * above 0 and at most 48, a title in words. One position and no planned hours where none are said. Every message is a French sentence that says what to do. `today` is the day in Paris.
 */
export const offerFormSchema = (kind: OfferKind, today: IsoDate): z.ZodType<WrittenOffer> => {
  const details = DETAILS[kind]
  const detailKeys = Object.keys(details.shape)
  return common(kind, today)
    .extend(details.shape)
    .refine(
      ({ startsOn, endsOn }) =>
        !(typeof startsOn === 'string' && typeof endsOn === 'string') || startsOn <= endsOn,
      {
        path: ['endsOn'],
        error: 'La fin est avant le début. Changez l’une des deux dates.',
        when: () => true,
      },
    )
    .transform((form): WrittenOffer => {
      const own = Object.fromEntries(Object.entries(form).filter(([key]) => detailKeys.includes(key)))
      const { commune, communeCode, certificates, address, pay, ...rest } = form
      const shared = Object.fromEntries(Object.entries(rest).filter(([key]) => !detailKeys.includes(key)))
      return {
        place: { typed: commune, chosenCode: communeCode },
        content: {
          ...(shared as Omit<typeof rest, keyof typeof details.shape>),
          licences: [...new Set([...form.licences, ...certificates])],
          address: address || null,
          pay: pay || null,
          details: { kind, ...own } as OfferContent['details'],
        },
      }
    })
}
