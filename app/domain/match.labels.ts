import type { MatchState } from './match.ts'

/** What a relation officer reads of a proposal's state. */
export const MATCH_STATE_LABELS: Record<MatchState, string> = {
  proposed: 'À décider',
  set_aside: 'Mise de côté',
  approved: 'Envoi en cours',
  notified: 'Message envoyé',
  interested: 'Intéressé·e',
  declined: 'A dit non',
  applied: 'A postulé',
}
