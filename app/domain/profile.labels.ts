import type { ExperienceLevel, OfferKind } from './offer.ts'
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
