import type { Random } from './random.ts'

/** Structures of insertion through work: they recruit on CDDI and carry insertion clauses. */
export const insertionStructures: string[] = [
  'Chantier d’insertion Les Mains Vertes',
  'Régie rurale du Laonnois',
  'Insertion Bâtiment Solidaire',
  'Cuisine Solidaire 02',
  'La Recyclerie du Chaudron',
  'Les Jardins du Val',
  'Atelier Fil et Aiguille',
  'Tri Solidaire 02',
  'Entreprise d’insertion Propre et Net',
]

/** Fictional associations that welcome volunteers. */
export const associationNames: string[] = [
  'Les Paniers du Vermandois',
  'Épicerie solidaire La Passerelle',
  'Un Toit pour Tous 02',
  'Les Amis du Chemin Vert',
  'Lire et Grandir en Thiérache',
  'Club cycliste des Coteaux',
  'La Ressourcerie du Chaudron',
  'Refuge Les Quatre Pattes',
  'Mémoire des Tranchées',
  'Théâtre du Grenier Bleu',
  'Ensemble à la Table',
  'Numérique pour Chacun',
  'Les Jardins Partagés de la Serre',
  'Visites et Sourires',
  'Secours et Prévention Aisne',
  'Football Club des Trois Vallées',
  'Coup de Pouce Devoirs',
  'Vestiaire de la Fraternité',
  'Atelier Vélo Pédale Douce',
  'Parlons Ensemble',
  'Les Rives Propres',
  'Chœur de la Cathédrale Blanche',
  'Habitat et Coup de Main',
  'Fête des Villages de l’Omois',
]

/** Patterns that give associations beyond the list. */
export const associationPatterns: string[] = [
  'Comité des fêtes {de commune}',
  'Foyer rural {de commune}',
  'Les Amis {de commune}',
  'Jardin partagé {de commune}',
  'Entraide {de commune}',
  'Bibliothèque associative {de commune}',
  'Club sportif {de commune}',
  'Épicerie solidaire {de commune}',
]

/** Draws an organisation's name for a commune: a name of its own twice in five, else one made of the commune's. */
export function drawOrganisationName(
  random: Random,
  source: { names: readonly string[]; patterns: readonly string[] },
  communeName: string,
): string {
  if (random.chance(0.4)) return random.pick(source.names)
  return withCommune(random.pick(source.patterns), communeName)
}

/** Fills `{commune}`, `{de commune}` and `{à commune}` as French writes them: « d’Hirson », « du Nouvion », « au Nouvion ». */
export function withCommune(pattern: string, communeName: string): string {
  return pattern
    .replaceAll('{de commune}', joined(communeName, 'de'))
    .replaceAll('{à commune}', joined(communeName, 'à'))
    .replaceAll('{commune}', communeName)
}

function joined(name: string, preposition: 'de' | 'à'): string {
  const isOf = preposition === 'de'
  if (name.startsWith('Le ')) return `${isOf ? 'du' : 'au'} ${name.slice(3)}`
  if (name.startsWith('Les ')) return `${isOf ? 'des' : 'aux'} ${name.slice(4)}`
  return isOf && /^[AEIOUYHÀÂÉÈÊÎÔ]/i.test(name) ? `d’${name}` : `${preposition} ${name}`
}
