/** Fictional employers of one trade: names as they are, and patterns where `{commune}`, `{de commune}` and `{à commune}` stand for the commune's name. */
export type EmployerFamily = {
  family: string
  activity: string
  romePrefixes: string[]
  names: string[]
  patterns: string[]
  share: number
}

const family = (
  name: string,
  share: number,
  romePrefixes: string[],
  rest: { activity: string; names: string[]; patterns: string[] },
): EmployerFamily => ({ family: name, share, romePrefixes, ...rest })

/** Employers by trade. `share` is their relative weight among the organisations that recruit in the Aisne. */
export const employerFamilies: EmployerFamily[] = [
  family('vineyard', 8, ['A1401', 'A1418', 'A1422'], {
    activity: 'Vigne et champagne',
    names: [
      'Domaine des Trois Coteaux',
      'Champagne Mauvoisin et Filles',
      'Cave des Coteaux de Marne',
      'Domaine du Clos Perdrix',
      'Champagne Delaunoy-Hutin',
      'Vignoble de la Côte aux Merles',
    ],
    patterns: ['Champagne du Clos {de commune}', 'Vignoble des Hauts {de commune}', 'Pressoir {de commune}'],
  }),
  family('farm', 13, ['A11', 'A14', 'A15'], {
    activity: 'Agriculture et maraîchage',
    names: [
      'Ferme du Grand Orme',
      'Vergers de la Vesle Bleue',
      'Endives du Vermandois',
      'Les Jardins de l’Ailette',
      'EARL des Quatre Vents',
      'Maraîchage des Deux Rus',
      'GAEC de la Haute Borne',
    ],
    patterns: [
      'Ferme {de commune}',
      'Vergers {de commune}',
      'Potager {de commune}',
      'EARL du Moulin {de commune}',
    ],
  }),
  family('landscape', 5, ['A12'], {
    activity: 'Espaces verts et nature',
    names: [
      'Paysages de Thiérache',
      'Vert Horizon Paysages',
      'Au Fil du Jardin',
      'Brigade Verte du Soissonnais',
    ],
    patterns: ['Jardins et Paysages {de commune}', 'Espaces Verts {commune}'],
  }),
  family('restaurant', 11, ['G16', 'G18'], {
    activity: 'Restaurant',
    names: [
      'Auberge du Pont-Levis',
      'Brasserie des Halles Vertes',
      'Le Bistrot d’Augustine',
      'La Table du Vermandois',
      'Pizzeria Bella Corte',
      'Crêperie du Lavoir',
      'Le Relais des Sources',
      'Le Café du Beffroi Rouge',
    ],
    patterns: ['Auberge {de commune}', 'Le Relais {de commune}', 'Café de la Place {à commune}'],
  }),
  family('hotel', 4, ['G15', 'G17', 'G11'], {
    activity: 'Hôtel et hébergement',
    names: [
      'Hôtel des Remparts Fleuris',
      'Domaine de l’Étang aux Hérons',
      'Camping des Trois Rivières',
      'Gîtes de la Vallée Bleue',
    ],
    patterns: ['Hôtel du Parc {de commune}', 'Camping {de commune}'],
  }),
  family('canteen', 5, ['G1606', 'G1607', 'G1602', 'K1308', 'G12', 'K2104'], {
    activity: 'Écoles, cantines et accueils de loisirs',
    names: [
      'Syndicat scolaire du Val Fleuri',
      'Cuisine centrale des Quatre Cantons',
      'Accueil de loisirs La Farandole',
      'Périscolaire des Petits Cailloux',
    ],
    patterns: ['Syndicat scolaire {de commune}', 'Accueil de loisirs {de commune}'],
  }),
  family('shop', 11, ['D1'], {
    activity: 'Commerce',
    names: [
      'Marché Plus Frais',
      'Épicerie des Deux Ponts',
      'Jardinerie du Lys',
      'Boulangerie Au Blé Doré',
      'Boucherie Vanneste',
      'Bazar du Centre',
      'Super Valmont',
    ],
    patterns: ['Super Valmont {commune}', 'Boulangerie {de commune}', 'Maison de la Presse {de commune}'],
  }),
  family('building', 11, ['F1', 'I1308'], {
    activity: 'Bâtiment et travaux publics',
    names: [
      'Bâti-Thiérache',
      'Couverture Hénon',
      'Maçonnerie Carlier et Fils',
      'Plomberie Sanchez-Noizet',
      'Électricité du Laonnois',
      'Travaux Publics de l’Oise Verte',
      'Peintures Arc-en-Ciel',
      'Charpentes Delmotte',
    ],
    patterns: ['Toitures {de commune}', 'Bâtiment et Rénovation {commune}', 'Travaux Publics {commune}'],
  }),
  family('factory', 9, ['H2', 'H3', 'I13'], {
    activity: 'Industrie',
    names: [
      'Conserverie du Marais',
      'Sucrerie des Plaines',
      'Verrerie de l’Omois',
      'Flaconnages Duvivier',
      'Mécanique de Précision Herbin',
      'Plastiques du Vermandois',
      'Biscuiterie Marguerite',
      'Chaudronnerie Wattrelot',
      'Textiles de la Haute Oise',
    ],
    patterns: ['Ateliers {de commune}', 'Emballages {de commune}'],
  }),
  family('garage', 3, ['I16'], {
    activity: 'Garage et machines',
    names: ['Garage des Acacias', 'Carrosserie Blondeau', 'Agri-Mécanique Lemaire'],
    patterns: ['Garage {de commune}', 'Carrosserie {de commune}'],
  }),
  family('care', 12, ['K13', 'J1'], {
    activity: 'Aide à domicile et soins',
    names: [
      'Aide et Présence Aisne',
      'Résidence Les Glycines',
      'EHPAD Les Jardins d’Automne',
      'Maison de santé du Beffroi',
      'Domicile Solidaire',
      'Crèche Les Petits Pas',
      'Foyer de vie Les Tilleuls',
      'Ambulances de la Vallée',
    ],
    patterns: ['Résidence du Parc {de commune}', 'Aide à domicile {de commune}', 'Micro-crèche {de commune}'],
  }),
  family('cleaning', 7, ['K22', 'K23', 'K25', 'I12'], {
    activity: 'Propreté, déchets et sécurité',
    names: [
      'Propreté des Trois Monts',
      'Propreté des Deux Vallées',
      'Éclat Services',
      'Veille et Protection 02',
      'Tri et Avenir',
      'Régie de quartier Saint-Martin',
    ],
    patterns: ['Propreté Services {commune}', 'Régie de quartier {de commune}'],
  }),
  family('logistics', 8, ['N1', 'N4', 'M1603', 'M1615'], {
    activity: 'Transport et logistique',
    names: [
      'Transports Lequeux',
      'Logistique du Griffon',
      'Plateforme Nord-Picardie',
      'Autocars de Thiérache',
      'Messagerie des Quatre Routes',
      'Entrepôts du Val de Serre',
    ],
    patterns: ['Transports {de commune}', 'Logistique {commune}'],
  }),
  family('office', 4, ['M1', 'D1408', 'K18', 'K21', 'K12', 'K16', 'E1', 'I14'], {
    activity: 'Bureaux et services',
    names: [
      'Cabinet comptable Mercier-Vidal',
      'Contact Client Picardie',
      'Formation Tremplin 02',
      'Cabinet médical des Remparts',
    ],
    patterns: ['Cabinet de gestion {de commune}', 'Maison France services {de commune}'],
  }),
]

/** Returns the family that recruits in an occupation: the longest matching ROME prefix wins; null when none does. */
export function employerFamilyOf(romeCode: string): EmployerFamily | null {
  const fits = employerFamilies.flatMap((candidate) =>
    candidate.romePrefixes
      .filter((prefix) => romeCode.startsWith(prefix))
      .map((prefix) => ({ candidate, prefix })),
  )
  fits.sort((a, b) => b.prefix.length - a.prefix.length)
  return fits[0]?.candidate ?? null
}
