import { type ClauseMarket, lot } from './clause-market.ts'

export const buildingMarkets: ClauseMarket[] = [
  {
    market: 'Reconstruction du collège des Trois Tilleuls',
    buyer: 'Le Département',
    share: 12,
    lots: [
      lot(
        'Lot 2, gros œuvre',
        'Maçonnerie Carlier et Fils',
        ['F1704', 'F1703', 'F1701'],
        2800,
        'monter les murs, préparer le béton et approvisionner les maçons',
      ),
      lot(
        'Lot 4, couverture',
        'Couverture Hénon',
        ['F1619', 'F1704'],
        900,
        'poser la couverture en zinc et évacuer l’ancienne toiture',
      ),
      lot(
        'Lot 9, peinture et sols',
        'Peintures Arc-en-Ciel',
        ['F1606', 'F1604'],
        1200,
        'préparer les murs, peindre les classes et les couloirs',
      ),
    ],
  },
  {
    market: 'Rénovation énergétique de 180 logements, résidence du Moulin',
    buyer: 'Office de l’habitat des Deux Vallées',
    share: 10,
    lots: [
      lot(
        'Lot 1, isolation par l’extérieur',
        'Façades du Vermandois',
        ['F1611', 'F1704'],
        2200,
        'poser l’isolant et préparer les façades, sur échafaudage',
      ),
      lot(
        'Lot 3, menuiseries',
        'Bâti-Thiérache',
        ['F1616', 'F1704'],
        1100,
        'déposer les anciennes fenêtres et poser les nouvelles',
      ),
      lot(
        'Lot 5, chauffage',
        'Plomberie Sanchez-Noizet',
        ['F1620', 'F1603'],
        800,
        'remplacer les radiateurs et aider à poser les pompes à chaleur',
      ),
    ],
  },
  {
    market: 'Réfection des routes départementales',
    buyer: 'Le Département',
    share: 8,
    lots: [
      lot(
        'Lot 1, chaussées',
        'Travaux Publics de l’Oise Verte',
        ['F1702', 'F1302', 'F1704'],
        1900,
        'préparer la chaussée, poser les bordures et l’enrobé, baliser le chantier',
      ),
    ],
  },
  {
    market: 'Déploiement des réseaux d’eau potable',
    buyer: 'Syndicat des eaux du Plateau',
    share: 6,
    lots: [
      lot(
        'Lot 3, canalisations',
        'Travaux Publics des Hauts',
        ['F1705', 'F1702', 'F1302'],
        1500,
        'ouvrir les tranchées, poser les tuyaux et remettre la route en état',
      ),
    ],
  },
  {
    market: 'Construction d’une maison de santé',
    buyer: 'Communauté de communes du Val Bleu',
    share: 6,
    lots: [
      lot(
        'Lot 6, plâtrerie et isolation',
        'Bâti-Thiérache',
        ['F1604'],
        700,
        'poser les cloisons et faire les bandes',
      ),
      lot(
        'Lot 8, électricité',
        'Électricité du Laonnois',
        ['F1602', 'F1704'],
        650,
        'passer les gaines, tirer les câbles et poser l’appareillage',
      ),
    ],
  },
  {
    market: 'Remise en état du canal et de ses abords',
    buyer: 'Syndicat des voies d’eau de la Haute Oise',
    share: 5,
    lots: [
      lot(
        'Lot 2, abords',
        'Régie rurale du Laonnois',
        ['A1202', 'F1704', 'A1210'],
        1400,
        'dégager la végétation, reprendre le chemin et poser des clôtures',
      ),
    ],
  },
]
