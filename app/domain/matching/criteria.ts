/** The criteria of the score, in the order in which they are shown. */
export const CRITERIA = [
  'occupation',
  'skills',
  'experience',
  'travel',
  'schedule',
  'start',
  'contract',
] as const
export type Criterion = (typeof CRITERIA)[number]

/** The gates: one closed gate and the pair is not proposed. They are never weighted. */
export const GATES = [
  'kind',
  'distance',
  'licence',
  'schedule',
  'dates',
  'eligibility',
  'consent',
  'capacity',
] as const
export type Gate = (typeof GATES)[number]

export const CRITERION_LABELS: Record<Criterion, string> = {
  occupation: 'Métier',
  skills: 'Savoir-faire',
  experience: 'Expérience',
  travel: 'Trajet',
  schedule: 'Jours et horaires',
  start: 'Date de début',
  contract: 'Contrat',
}

export const GATE_LABELS: Record<Gate, string> = {
  kind: 'le genre d’offre n’est pas demandé',
  distance: 'le lieu est trop loin',
  licence: 'il manque un permis ou un certificat',
  schedule: 'les jours et horaires ne vont pas',
  dates: 'les dates ne vont pas',
  eligibility: 'l’offre est réservée à certaines personnes',
  consent: 'la personne ne veut pas être proposée',
  capacity: 'l’offre ne prend plus de réponse',
}
