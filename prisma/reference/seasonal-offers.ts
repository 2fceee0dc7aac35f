/**
 * Seasonal work of the Aisne. `from` and `to` bound the start, as month and day of any year; `weeks` is how long it lasts.
 * `keepsRsa` follows the département's rule: vineyard and vegetable work only. Shares are relative.
 */
export type SeasonalTemplate = {
  romeCode: string
  family: string
  title: string
  season: string
  crop: string
  keepsRsa: boolean
  from: string
  to: string
  weeks: [min: number, max: number]
  hoursPerWeek: number
  isMorningOnly: boolean
  positions: [min: number, max: number]
  hasLodging: number
  hasCollectivePickup: number
  share: number
  description: string
}

const template = (
  romeCode: string,
  family: string,
  title: string,
  rest: Omit<SeasonalTemplate, 'romeCode' | 'family' | 'title' | 'isMorningOnly'> & {
    isMorningOnly?: boolean
  },
): SeasonalTemplate => ({ romeCode, family, title, isMorningOnly: false, ...rest })

export const seasonalTemplates: SeasonalTemplate[] = [
  template('A1401', 'vineyard', 'Vendanges : coupe du raisin', {
    season: 'vendanges',
    crop: 'vigne',
    keepsRsa: true,
    from: '09-01',
    to: '09-15',
    weeks: [1, 2],
    hoursPerWeek: 42,
    positions: [6, 30],
    hasLodging: 0.4,
    hasCollectivePickup: 0.7,
    share: 22,
    description:
      'Les vendanges commencent. Vous coupez le raisin à la main, avec un sécateur que nous prêtons, et vous remplissez les caisses. Nous travaillons en équipe de huit, sur des coteaux en pente douce. Une personne de la maison montre les gestes le premier matin et reste avec le groupe. Le travail se fait dehors, accroupi ou penché : prévoyez des bottes, un vêtement de pluie et une gourde. Le repas de midi est pris ensemble.',
  }),
  template('A1401', 'vineyard', 'Vendanges : porteur ou porteuse de caisses', {
    season: 'vendanges',
    crop: 'vigne',
    keepsRsa: true,
    from: '09-01',
    to: '09-15',
    weeks: [1, 2],
    hoursPerWeek: 42,
    positions: [2, 6],
    hasLodging: 0.4,
    hasCollectivePickup: 0.7,
    share: 7,
    description:
      'Vous videz les seaux des coupeurs, vous portez les caisses jusqu’au bout des rangs et vous les chargez sur la remorque. Il faut une bonne condition physique : les caisses pèsent environ 20 kg et se portent à deux. Nous montrons comment porter sans se blesser. Le travail se fait dehors, sept à huit heures par jour. Repas de midi pris ensemble au pressoir.',
  }),
  template('A1418', 'vineyard', 'Taille de la vigne', {
    season: 'hiver en vigne',
    crop: 'vigne',
    keepsRsa: true,
    from: '12-01',
    to: '01-20',
    weeks: [8, 12],
    hoursPerWeek: 35,
    positions: [1, 5],
    hasLodging: 0.1,
    hasCollectivePickup: 0.3,
    share: 6,
    description:
      'Vous taillez la vigne au sécateur électrique, vous tirez les bois et vous les attachez. Si vous n’avez jamais taillé, nous payons la formation de trois jours avant le début. Le travail est dehors, en hiver : les vêtements chauds sont fournis. Vous travaillez à deux par rang, avec un chef d’équipe présent toute la journée.',
  }),
  template('A1418', 'vineyard', 'Liage et palissage de la vigne', {
    season: 'printemps en vigne',
    crop: 'vigne',
    keepsRsa: true,
    from: '03-15',
    to: '05-25',
    weeks: [4, 9],
    hoursPerWeek: 35,
    positions: [2, 8],
    hasLodging: 0.2,
    hasCollectivePickup: 0.4,
    share: 8,
    description:
      'Au printemps, la vigne pousse vite. Vous attachez les rameaux, vous relevez les fils et vous enlevez les pousses inutiles. Le travail est précis et se fait debout, les bras à hauteur d’épaule. Aucune expérience demandée : une vigneronne montre les gestes et suit l’équipe. Horaires avancés quand il fait chaud.',
  }),
  template('A1402', 'farm', 'Récolte et épluchage des endives', {
    season: 'saison des endives',
    crop: 'endives',
    keepsRsa: true,
    from: '10-01',
    to: '01-31',
    weeks: [10, 24],
    hoursPerWeek: 35,
    positions: [2, 12],
    hasLodging: 0,
    hasCollectivePickup: 0.3,
    share: 12,
    description:
      'En salle, vous cassez la racine, vous épluchez l’endive et vous la posez dans son carton. Le travail est debout, au frais (12 °C), à un rythme régulier. Les gants et le tablier sont fournis. Vous apprenez le geste en une journée avec une collègue. Horaires du matin, deux pauses, semaine de cinq jours.',
    isMorningOnly: true,
  }),
  template('A1402', 'farm', 'Récolte des pommes de terre', {
    season: 'arrachage',
    crop: 'pommes de terre',
    keepsRsa: true,
    from: '08-25',
    to: '09-25',
    weeks: [4, 7],
    hoursPerWeek: 39,
    positions: [2, 8],
    hasLodging: 0,
    hasCollectivePickup: 0.3,
    share: 8,
    description:
      'Vous êtes sur la machine de récolte ou au bâtiment de tri : vous enlevez la terre, les pierres et les pommes de terre abîmées. Travail debout, dans la poussière par temps sec, avec casque et lunettes fournis. Les journées sont plus longues quand il fait beau et plus courtes quand il pleut : nous prévenons la veille au soir.',
  }),
  template('A1402', 'farm', 'Désherbage et plantation de légumes', {
    season: 'printemps au champ',
    crop: 'légumes',
    keepsRsa: true,
    from: '04-01',
    to: '06-15',
    weeks: [4, 12],
    hoursPerWeek: 35,
    positions: [2, 6],
    hasLodging: 0,
    hasCollectivePickup: 0.4,
    share: 9,
    description:
      'Vous plantez salades, oignons et poireaux, et vous désherbez les rangs à la main ou à la binette. Une partie du travail se fait allongé sur un chariot électrique, le reste debout. Nous sommes une petite équipe de plein champ, dehors par tous les temps, avec un abri pour les pauses. Pas d’expérience nécessaire.',
  }),
  template('A1433', 'farm', 'Cueillette et vente à la ferme', {
    season: 'été au potager',
    crop: 'légumes',
    keepsRsa: true,
    from: '05-15',
    to: '07-01',
    weeks: [8, 16],
    hoursPerWeek: 30,
    positions: [1, 4],
    hasLodging: 0,
    hasCollectivePickup: 0.1,
    share: 6,
    description:
      'Le matin, vous récoltez tomates, haricots et courgettes sous serre et au champ. L’après-midi, deux fois par semaine, vous préparez les paniers et vous servez les clients à la ferme. Vous aimez le contact et le travail au grand air. Nous apprenons à reconnaître les légumes prêts à cueillir.',
  }),
  template('A1401', 'farm', 'Cueillette des pommes', {
    season: 'récolte des pommes',
    crop: 'pommes',
    keepsRsa: false,
    from: '08-25',
    to: '09-20',
    weeks: [5, 8],
    hoursPerWeek: 39,
    positions: [4, 20],
    hasLodging: 0.3,
    hasCollectivePickup: 0.5,
    share: 12,
    description:
      'Vous cueillez les pommes à la main, une par une, sans les cogner, et vous les posez dans une caisse attachée sur le devant. Vous travaillez au sol et sur une échelle basse. L’équipe part ensemble de la cour à 7 h 30. Une prime récompense la qualité, pas la vitesse. Prévoyez de bonnes chaussures.',
  }),
  template('A1401', 'farm', 'Cueillette des fraises et framboises', {
    season: 'fruits rouges',
    crop: 'fruits rouges',
    keepsRsa: false,
    from: '05-10',
    to: '06-10',
    weeks: [5, 9],
    hoursPerWeek: 30,
    positions: [3, 12],
    hasLodging: 0,
    hasCollectivePickup: 0.3,
    share: 7,
    description:
      'Vous cueillez les fraises et les framboises tôt le matin, de 6 h à 12 h, avant la chaleur. Les barquettes sont pesées au bout du rang. Les plants sont à hauteur de table pour moitié. Il faut être délicat et régulier. L’après-midi est libre.',
    isMorningOnly: true,
  }),
  template('H2105', 'factory', 'Campagne betteravière : agent ou agente de sucrerie', {
    season: 'campagne sucrière',
    crop: 'betteraves',
    keepsRsa: false,
    from: '09-10',
    to: '10-01',
    weeks: [14, 18],
    hoursPerWeek: 35,
    positions: [3, 15],
    hasLodging: 0,
    hasCollectivePickup: 0.2,
    share: 8,
    description:
      'Pendant la campagne, l’usine tourne jour et nuit. Vous surveillez le déchargement, vous nettoyez l’atelier et vous aidez les conducteurs de ligne. Travail en équipe, matin, après-midi ou nuit, avec des primes. Une semaine d’accueil et de formation à la sécurité est payée avant le démarrage. Chaussures et casque fournis.',
  }),
  template('G1803', 'restaurant', 'Service en terrasse pour l’été', {
    season: 'été',
    crop: 'restauration',
    keepsRsa: false,
    from: '06-01',
    to: '07-05',
    weeks: [8, 13],
    hoursPerWeek: 35,
    positions: [1, 4],
    hasLodging: 0.2,
    hasCollectivePickup: 0,
    share: 9,
    description:
      'Vous dressez la terrasse, vous prenez les commandes et vous servez boissons et plats simples. Nous accueillons des promeneurs, des cyclistes et des habitués. Vous êtes formé deux jours en double. Deux jours de repos par semaine, pourboires partagés, repas pris sur place.',
  }),
  template('G1501', 'hotel', 'Ménage des locations de vacances', {
    season: 'été',
    crop: 'hôtellerie',
    keepsRsa: false,
    from: '06-15',
    to: '07-10',
    weeks: [7, 10],
    hoursPerWeek: 20,
    positions: [1, 5],
    hasLodging: 0.1,
    hasCollectivePickup: 0,
    share: 6,
    description:
      'Entre deux locations, vous remettez les logements en état : lits, sanitaires, cuisine, sols. Vous travaillez à deux, surtout le samedi et le lundi, de 10 h à 16 h. Nous fournissons le matériel, les draps et une liste claire pour chaque logement. Le soin compte plus que la vitesse.',
  }),
  template('G1235', 'canteen', 'Animation de séjours d’été', {
    season: 'vacances d’été',
    crop: 'animation',
    keepsRsa: false,
    from: '07-01',
    to: '08-01',
    weeks: [2, 4],
    hoursPerWeek: 45,
    positions: [2, 8],
    hasLodging: 1,
    hasCollectivePickup: 0.5,
    share: 5,
    description:
      'Vous encadrez un groupe de douze enfants d’école primaire avec deux collègues : jeux, baignade surveillée, veillées, vie quotidienne. Le séjour se prépare ensemble pendant deux jours payés. Le BAFA complet ou en cours est demandé. Vous êtes logé et nourri sur place.',
  }),
]
