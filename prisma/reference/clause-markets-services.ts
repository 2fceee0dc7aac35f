import { type ClauseMarket, lot } from './clause-market.ts'

export const serviceMarkets: ClauseMarket[] = [
  {
    market: 'Entretien des espaces verts, lots nord et sud',
    buyer: 'Communauté de communes des Quatre Rivières',
    share: 9,
    lots: [
      lot(
        'Lot 1, tonte et massifs',
        'Vert Horizon Paysages',
        ['A1203', 'A1208'],
        1600,
        'tondre, tailler les haies et entretenir les massifs de douze communes',
      ),
      lot(
        'Lot 2, chemins et berges',
        'Chantier d’insertion Les Mains Vertes',
        ['A1202', 'A1203'],
        2600,
        'débroussailler les chemins et entretenir les berges',
      ),
    ],
  },
  {
    market: 'Nettoyage des collèges et des centres sociaux',
    buyer: 'Le Département',
    share: 11,
    lots: [
      lot(
        'Lot 2, secteur de Laon',
        'Propreté des Deux Vallées',
        ['K2205', 'K2204'],
        3400,
        'nettoyer les classes, les bureaux et les sanitaires après les cours',
      ),
      lot(
        'Lot 3, secteur de Saint-Quentin',
        'Éclat Services',
        ['K2205', 'K2202'],
        3000,
        'nettoyer les locaux et les vitres des bâtiments publics',
      ),
    ],
  },
  {
    market: 'Collecte des déchets et tri sélectif',
    buyer: 'Syndicat de traitement des déchets de la Serre',
    share: 8,
    lots: [
      lot(
        'Lot unique, collecte',
        'Tri et Avenir',
        ['K2303', 'N4101'],
        2400,
        'collecter les bacs en équipe de trois, à l’arrière du camion',
      ),
      lot(
        'Lot 2, centre de tri',
        'Tri Solidaire 02',
        ['K2304', 'K2318'],
        3200,
        'trier les emballages sur tapis et accueillir en déchetterie',
      ),
    ],
  },
  {
    market: 'Restauration scolaire de douze écoles',
    buyer: 'Syndicat scolaire du Val Fleuri',
    share: 7,
    lots: [
      lot(
        'Lot 1, préparation des repas',
        'Cuisine centrale des Quatre Cantons',
        ['G1602', 'G1606', 'G1605'],
        1700,
        'préparer les entrées, conditionner les plats et faire la plonge',
      ),
      lot(
        'Lot 2, service',
        'Cuisine Solidaire 02',
        ['G1607', 'K1308'],
        1300,
        'servir les enfants au self et nettoyer le réfectoire',
      ),
    ],
  },
  {
    market: 'Location et entretien du linge hospitalier',
    buyer: 'Groupement hospitalier des Trois Vallées',
    share: 5,
    lots: [
      lot(
        'Lot unique',
        'Atelier Fil et Aiguille',
        ['K2201', 'H2402'],
        2100,
        'trier, laver, plier et livrer le linge des services',
      ),
    ],
  },
  {
    market: 'Transport d’élèves et de personnes handicapées',
    buyer: 'Le Département',
    share: 5,
    lots: [
      lot(
        'Lot 4, circuits adaptés',
        'Autocars de Thiérache',
        ['N4108', 'N4109'],
        900,
        'conduire un minibus et accompagner les passagers matin et soir',
      ),
    ],
  },
  {
    market: 'Gardiennage et accueil des bâtiments publics',
    buyer: 'Communauté d’agglomération des Coteaux',
    share: 5,
    lots: [
      lot(
        'Lot 1',
        'Veille et Protection 02',
        ['K2503', 'M1601'],
        1000,
        'accueillir le public, contrôler les entrées et faire des rondes',
      ),
    ],
  },
]
