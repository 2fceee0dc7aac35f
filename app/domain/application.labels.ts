import type { ApplicationState, RefusalReason } from './application.ts'

export const APPLICATION_STATE_LABELS: Record<ApplicationState, string> = {
  sent: 'Envoyée',
  seen: 'Vue',
  in_progress: 'À l’étude',
  interview: 'Entretien prévu',
  on_hold: 'En attente',
  pool: 'Gardée pour plus tard',
  hired: 'Retenue',
  refused: 'Pas retenue',
  withdrawn: 'Retirée',
  obsolete: 'Arrêtée',
  unanswered: 'Sans réponse',
}
export const REFUSAL_REASON_LABELS: Record<RefusalReason, string> = {
  position_filled: 'Le poste est déjà pourvu',
  licence_missing: 'Il manque un permis ou un certificat',
  experience_missing: 'Il manque de l’expérience pour ce poste',
  schedule: 'Les horaires ne vont pas',
  distance: 'Le lieu est trop loin',
  no_answer_from_candidate: 'La personne n’a pas pu être jointe',
  other_profile: 'Une autre personne a été retenue',
}

/** What an application made without an offer is called where another bears its offer's title. */
export const SPONTANEOUS_TITLE = 'Candidature spontanée'
