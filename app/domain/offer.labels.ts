import type { Contract, EligiblePublic, ExperienceLevel, OfferKind, OfferState } from './offer.ts'

export const OFFER_KIND_LABELS: Record<OfferKind, string> = {
  job: 'Emploi',
  clause: 'Clause d’insertion',
  seasonal: 'Saisonnier',
  volunteering: 'Bénévolat',
}
export const OFFER_STATE_LABELS: Record<OfferState, string> = {
  draft: 'Brouillon',
  in_review: 'En relecture',
  published: 'En ligne',
  suspended: 'En pause',
  filled: 'Pourvue',
  expired: 'Expirée',
  withdrawn: 'Retirée',
  refused: 'Refusée',
}
export const CONTRACT_LABELS: Record<Contract, string> = {
  cdi: 'CDI',
  cdd: 'CDD',
  interim: 'Intérim',
  cddi: 'CDDI (contrat d’insertion)',
  pec_cae: 'Contrat aidé PEC-CAE',
  cui_cie: 'Contrat aidé CUI-CIE',
  apprentissage: 'Apprentissage',
  professionnalisation: 'Contrat de professionnalisation',
  other: 'Autre contrat',
}
export const EXPERIENCE_LABELS: Record<ExperienceLevel, string> = {
  none: 'Débutant·e accepté·e',
  months: 'Quelques mois',
  one_year: 'Un an ou plus',
  three_years: 'Trois ans ou plus',
}
export const ELIGIBLE_PUBLIC_LABELS: Record<EligiblePublic, string> = {
  minimum_benefits: 'personnes qui reçoivent un minimum social',
  long_term_jobseeker: 'personnes au chômage depuis plus d’un an',
  young_unqualified: 'moins de 26 ans sans diplôme',
  disabled_worker: 'travailleurs handicapés',
  insertion_employee: 'salariés d’une structure d’insertion',
}

/** The kinds as they stand in addresses. */
export const OFFER_KIND_SLUGS: Record<OfferKind, string> = {
  job: 'emploi',
  clause: 'clause',
  seasonal: 'saisonnier',
  volunteering: 'benevolat',
}
