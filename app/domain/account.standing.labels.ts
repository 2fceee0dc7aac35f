import type { AccountTransition, Standing } from './account.transitions.ts'
import type { AccountChange } from './account-change.ts'

/** How an account stands, in the words of the hotline. */
export const STANDING_LABELS: Record<Standing, string> = {
  active: 'Compte ouvert',
  inactivity: 'Compte endormi : aucune visite depuis longtemps',
  own_request: 'Compte arrêté à la demande de la personne',
  reasoned_decision: 'Compte suspendu par une décision à deux',
  duplicate: 'Compte fermé : c’est un doublon',
}

/** What a button of the hotline does. */
export const TRANSITION_BUTTONS: Record<AccountTransition, string> = {
  fall_asleep: 'Endormir le compte',
  stop: 'Arrêter le compte, à sa demande',
  mark_duplicate: 'C’est un doublon',
  suspend: 'Suspendre le compte',
  wake: 'Réveiller le compte, à sa demande',
  resume: 'Rouvrir le compte, à sa demande',
  undo_duplicate: 'Ce n’est pas un doublon : rouvrir le compte',
  lift: 'Lever la suspension',
}

const TOLD: Record<string, string> = {
  fall_asleep: 'Compte endormi',
  stop: 'Compte arrêté à sa demande',
  mark_duplicate: 'Compte fermé : doublon',
  suspend: 'Compte suspendu par une décision à deux',
  wake: 'Compte réveillé',
  resume: 'Compte rouvert à sa demande',
  undo_duplicate: 'Compte rouvert : ce n’était pas un doublon',
  lift: 'Suspension levée',
  phone: 'Inscription par téléphone',
  counter: 'Inscription au guichet',
}

/** One line of an account's history in words, or null for what the hotline has no need to read. */
export function toldChange({ action, reason }: Pick<AccountChange, 'action' | 'reason'>): string | null {
  if (action === 'referent_named') return 'Début d’un accompagnement'
  if (action === 'referent_ended') return 'Fin d’un accompagnement'
  if (action !== 'registered' && action !== 'suspended' && action !== 'reactivated') return null
  return TOLD[reason ?? ''] ?? (action === 'registered' ? 'Inscription' : null)
}

export const PURPOSE_LABELS = {
  registration: 'Avoir un compte',
  messages: 'Recevoir des offres',
  visibility: 'Être visible des structures',
} as const

export const WAY_LABELS = { online: 'en ligne', phone: 'au téléphone', counter: 'au guichet' } as const

export const MONTH_LABELS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const
