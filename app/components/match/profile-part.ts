import type { Change } from '#app/domain/matching/counterfactual.ts'

const PARTS: Record<Change['gate'], string> = {
  kind: 'recherche',
  distance: 'trajet',
  schedule: 'disponibilite',
  dates: 'disponibilite',
  licence: 'savoir-faire',
}

/** Where in the profile a person says the change of this gate. */
export const profilePart = (gate: Change['gate']): string => `/mon-profil#${PARTS[gate]}`
