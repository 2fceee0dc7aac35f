import type { Occupation } from './occupation.ts'
import type { VolunteeringField } from './offer.fields.ts'
import type { OfferFormValues } from './offer.form-values.ts'
import type { OfferKind } from './offer.ts'
import { DAYS, type Day, type Moment } from './schedule.ts'

/** What is usual for the occupations whose ROME code begins so; the first rule that names a field speaks. */
type Rule = { codes: readonly string[]; values: OfferFormValues }

const week = (days: readonly Day[], moments: readonly Moment[]): string[] =>
  days.flatMap((day) => moments.map((moment) => `${day}_${moment}`))
const WEEKDAYS = DAYS.slice(0, 5)
const TUESDAY_TO_SATURDAY = DAYS.slice(1, 6)

/** Licences and diplomas: only those to which the law reserves the occupation. Merely useful ones are left to be asked for. */
const RESERVED_BY_LAW: readonly Rule[] = [
  // Code de la santé publique, L4221-1, L4241-1, L4311-2, L4351-1, L4352-1, L4362-1, L4364-1, L4391-1, L4392-1, L4393-1.
  { codes: ['J1202'], values: { certificates: ['PHARMACIEN'] } },
  { codes: ['J1307'], values: { certificates: ['PREPARATEUR-PHARMACIE'] } },
  { codes: ['J1506'], values: { certificates: ['DEI'] } },
  { codes: ['J1306'], values: { certificates: ['DEMER'] } },
  { codes: ['J1302'], values: { certificates: ['TECHNICIEN-LABORATOIRE'] } },
  { codes: ['J1405'], values: { certificates: ['OPTICIEN'] } },
  { codes: ['J1411'], values: { certificates: ['ORTHOPROTHESISTE'] } },
  { codes: ['J1501'], values: { certificates: ['DEAS'] } },
  { codes: ['J1304'], values: { certificates: ['DEAP'] } },
  { codes: ['J1305'], values: { certificates: ['DEA'], licences: ['B'] } },
  // Code de l'action sociale et des familles, L421-3.
  { codes: ['K1310'], values: { certificates: ['AGREMENT-ASSMAT'] } },
  // Code de la sécurité intérieure, L612-20.
  { codes: ['K2503', 'K2504'], values: { certificates: ['CARTE-PRO-SECURITE'] } },
  // Code de la route, R221-4; code des transports, L3314-2.
  { codes: ['N4101'], values: { certificates: ['C', 'FIMO'] } },
  { codes: ['N4103', 'N4109'], values: { certificates: ['D', 'FIMO'] } },
  { codes: ['N4102', 'N4105', 'N4108'], values: { licences: ['B'] } },
]

/** Hours a week where the branch's agreement is not the legal week. */
const HOURS_AGREED: readonly Rule[] = [
  // Hotels, cafés and restaurants (IDCC 1979), amendment no. 2 of 5 February 2007, article 3.
  { codes: ['G1501', 'G1602', 'G1604', 'G1605', 'G1609', 'G18'], values: { hoursPerWeek: '39' } },
]

/** Days and moments, where the ROME record's conditions of work are the same nearly everywhere. */
const USUAL_TIMES: readonly Rule[] = [
  { codes: ['F15', 'F16', 'F17', 'M12', 'M16'], values: { slots: week(WEEKDAYS, ['morning', 'afternoon']) } },
  { codes: ['D11', 'D12'], values: { slots: week(TUESDAY_TO_SATURDAY, ['morning', 'afternoon']) } },
  {
    codes: ['G1602', 'G1604', 'G1605', 'G1609', 'G18'],
    values: { slots: week(TUESDAY_TO_SATURDAY, ['morning', 'evening']) },
  },
  { codes: ['K2204', 'K2205'], values: { slots: week(WEEKDAYS, ['morning', 'evening']) } },
  {
    codes: ['K1302', 'K1304', 'K1311'],
    values: { slots: week(DAYS.slice(0, 6), ['morning', 'afternoon']) },
  },
  { codes: ['J1501', 'J1506'], values: { slots: week(DAYS, ['morning', 'afternoon', 'evening']) } },
]

const field = (codes: readonly string[], value: VolunteeringField): Rule => ({
  codes,
  values: { field: value },
})

/** The domain of action of the API Engagement that the ROME domain's name says. */
const MISSION_FIELDS: readonly Rule[] = [
  field(['A12', 'K23', 'I1619'], 'environnement'),
  field(['A1421', 'A15'], 'animaux'),
  field(['G1204'], 'sport'),
  field(['G12', 'K16', 'B', 'L'], 'culture-loisirs'),
  field(['J'], 'sante'),
  field(['K21'], 'education'),
  field(['K18'], 'emploi'),
  field(['K12', 'K13'], 'solidarite-insertion'),
  field(['K17', 'K25'], 'prevention-protection'),
]

const ruled = (rules: readonly Rule[], romeCode: string): OfferFormValues =>
  rules.find(({ codes }) => codes.some((code) => romeCode.startsWith(code)))?.values ?? {}

/**
 * What an offer of this kind usually says for an occupation, by field name; fields without anything usual are absent. The
 * title is ROME's own label, which names women and men (code du travail, L5321-2). Experience, contract and pay are never guessed.
 */
export function usualAnswers(
  kind: OfferKind,
  { romeCode, label, plainLabel }: Pick<Occupation, 'romeCode' | 'label' | 'plainLabel'>,
): OfferFormValues {
  if (kind === 'volunteering') return ruled(MISSION_FIELDS, romeCode)
  return {
    title: label,
    ...(kind === 'seasonal' ? { crop: plainLabel } : {}),
    ...ruled(HOURS_AGREED, romeCode),
    ...ruled(USUAL_TIMES, romeCode),
    ...ruled(RESERVED_BY_LAW, romeCode),
  }
}
