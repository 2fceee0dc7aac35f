/** Domains of action of a mission of volunteering, as the API Engagement names them. */
export const VOLUNTEERING_FIELDS = [
  'solidarite-insertion',
  'education',
  'sante',
  'culture-loisirs',
  'sport',
  'environnement',
  'emploi',
  'vivre-ensemble',
  'prevention-protection',
  'memoire-et-citoyennete',
  'humanitaire',
  'animaux',
  'autre',
] as const
export type VolunteeringField = (typeof VOLUNTEERING_FIELDS)[number]

export const VOLUNTEERING_FIELD_LABELS: Record<VolunteeringField, string> = {
  'solidarite-insertion': 'Solidarité',
  education: 'Aide aux devoirs, éducation',
  sante: 'Santé',
  'culture-loisirs': 'Culture et loisirs',
  sport: 'Sport',
  environnement: 'Nature et environnement',
  emploi: 'Aide à l’emploi',
  'vivre-ensemble': 'Vie de quartier ou de village',
  'prevention-protection': 'Secours et protection',
  'memoire-et-citoyennete': 'Mémoire et citoyenneté',
  humanitaire: 'Humanitaire',
  animaux: 'Animaux',
  autre: 'Autre',
}
