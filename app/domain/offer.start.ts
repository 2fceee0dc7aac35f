import { formValuesOf, type OfferFormValues } from './offer.form-values.ts'
import { ELIGIBLE_PUBLICS, type OfferContent, type OfferKind } from './offer.ts'

/**
 * What an organisation's last offer of a kind lends to its next one. Nothing that closes an offer to somebody (licences,
 * skills, experience, days) and nothing that ages (pay, dates): those are asked again, or left open.
 */
const HABITS = [
  'contract',
  'hoursPerWeek',
  'commune',
  'communeCode',
  'address',
  'replyDelayDays',
  'isReachableByTransit',
  'hasCollectivePickup',
  'hasLodging',
  'isDisabilityFriendly',
  'buyer',
  'contractor',
  'crop',
  'field',
  'timeAsked',
  'welcomeReferent',
]

/** A full week of work (Code du travail, L3121-27), in hours. */
const LEGAL_WEEK = '35'

type Setting = {
  /** The organisation's name and commune; the delay in working days that the territory proposes. */
  organisationName: string
  commune: { text: string; code: string }
  replyDelayDays: number
  /** The last offer of this kind, and its commune as it is read. */
  last: { content: OfferContent; communeText: string } | null
}

const ofKind = (kind: OfferKind, { organisationName }: Setting): OfferFormValues => {
  if (kind === 'volunteering') return { hoursPerWeek: '', field: 'autre' }
  const paid = { hoursPerWeek: LEGAL_WEEK, experience: 'none' }
  return kind === 'clause'
    ? { ...paid, contract: 'cdd', contractor: organisationName, eligiblePublics: [...ELIGIBLE_PUBLICS] }
    : paid
}

/** What the form of a new offer holds before anybody writes in it: the usual of its kind, then the organisation's own habits. */
export function startingValues(kind: OfferKind, setting: Setting): OfferFormValues {
  const { commune, replyDelayDays, last } = setting
  const habits = last ? formValuesOf(last.content, last.communeText) : {}
  return {
    commune: commune.text,
    communeCode: commune.code,
    positions: '1',
    replyDelayDays: String(replyDelayDays),
    ...ofKind(kind, setting),
    ...Object.fromEntries(HABITS.flatMap((name) => (habits[name] ? [[name, habits[name]]] : []))),
  }
}
