import type { EligiblePublic, ExperienceLevel, OfferKind } from './offer.ts'
import type { HoursWish, Visibility } from './profile.ts'

/** What each kind of offer means to the person who looks for one. */
export const KIND_CHOICES: Record<OfferKind, { label: string; help: string }> = {
  job: { label: 'Un emploi', help: 'CDI, CDD, intérim.' },
  clause: {
    label: 'Un emploi d’insertion',
    help: 'Des heures réservées sur un chantier ou un marché public.',
  },
  seasonal: { label: 'Un travail saisonnier', help: 'Vendanges, récoltes, tourisme.' },
  volunteering: { label: 'Du bénévolat', help: 'Une mission dans une association, sans salaire.' },
}

/** The situations that the law reserves offers for, as the person says them of her or himself. */
export const SITUATION_CHOICES: Record<EligiblePublic, { label: string; help?: string }> = {
  minimum_benefits: {
    label: 'Je reçois le RSA, l’ASS, l’AAH ou un autre minimum social',
    help: 'Vous n’avez pas à dire lequel.',
  },
  long_term_jobseeker: { label: 'Je suis au chômage depuis plus d’un an' },
  young_unqualified: { label: 'J’ai moins de 26 ans et pas de diplôme' },
  disabled_worker: { label: 'J’ai une reconnaissance de travailleur handicapé (RQTH)' },
  insertion_employee: {
    label: 'Je travaille dans une structure d’insertion',
    help: 'Un chantier, une entreprise ou une association d’insertion.',
  },
}
export const NO_SITUATION_LABEL = 'Aucune de ces situations'

/** The experience a person has had. */
export const OWN_EXPERIENCE_LABELS: Record<ExperienceLevel, string> = {
  none: 'Je débute',
  months: 'Quelques mois',
  one_year: 'Un an ou plus',
  three_years: 'Trois ans ou plus',
}

export const VISIBILITY_CHOICES: Record<Visibility, { label: string; help: string }> = {
  hidden: { label: 'Cachée', help: 'Aucune structure ne voit votre profil. Vous postulez vous-même.' },
  visible_without_name: {
    label: 'Visible, sans votre nom',
    help: 'Les structures voient votre commune, vos métiers et vos savoir-faire.',
  },
  visible: { label: 'Visible', help: 'Les structures voient aussi votre prénom et l’initiale de votre nom.' },
}

/** How much a person wants to work in a week. */
export const HOURS_WISH_LABELS: Record<HoursWish, string> = {
  full_time: 'Un temps plein, autour de 35 heures par semaine',
  part_time: 'Un temps partiel',
  few_hours: 'Quelques heures par semaine',
}
