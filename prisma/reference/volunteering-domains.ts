import type { LabelledCode } from './occupation-seed.ts'

/** The domains of action of the API Engagement, with the words people read. */
export const volunteeringDomains: LabelledCode[] = [
  { code: 'animaux', label: 'Animaux' },
  { code: 'autre', label: 'Autre' },
  { code: 'batiment-industrie-logistique', label: 'Bâtiment, ateliers et transport' },
  { code: 'benevolat-competences', label: 'Partager un savoir-faire' },
  { code: 'communication', label: 'Communication' },
  { code: 'culture-loisirs', label: 'Culture et loisirs' },
  { code: 'education', label: 'Aider à apprendre' },
  { code: 'emploi', label: 'Emploi' },
  { code: 'environnement', label: 'Nature' },
  { code: 'gestion-finance-droit', label: 'Comptes et papiers' },
  { code: 'humanitaire', label: 'Humanitaire' },
  { code: 'memoire-et-citoyennete', label: 'Mémoire et citoyenneté' },
  { code: 'numerique', label: 'Numérique' },
  { code: 'prevention-protection', label: 'Prévention et secours' },
  { code: 'recherche', label: 'Recherche' },
  { code: 'sante', label: 'Santé' },
  { code: 'service-public-defense-securite', label: 'Service public et sécurité' },
  { code: 'solidarite-insertion', label: 'Solidarité' },
  { code: 'sport', label: 'Sport' },
  { code: 'vivre-ensemble', label: 'Vivre ensemble' },
]
