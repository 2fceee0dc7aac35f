import type { ClauseLot, ClauseMarket } from './clause-market.ts'
import { buildingMarkets } from './clause-markets-building.ts'
import { serviceMarkets } from './clause-markets-services.ts'

/** Fictional public contracts with an insertion clause. `share` is their relative weight. */
export const clauseMarkets: ClauseMarket[] = [...buildingMarkets, ...serviceMarkets]

/** Fictional facilitators, who manage the clauses of a sector. */
export const facilitatorNames: string[] = [
  'Hélène Maurissat',
  'Farid Benslimane',
  'Carole Wattebled',
  'Olivier Tronquoy',
]

/** The description of an offer that carries out a lot. */
export function describeClause(market: ClauseMarket, { lot: name, work, contractor }: ClauseLot): string {
  return [
    `${contractor} recrute pour le marché « ${market.market} » (${name.slice(0, 1).toLowerCase()}${name.slice(1)}).`,
    `Vous allez ${work}.`,
    'Ce poste fait partie d’une clause d’insertion : des heures de travail sont réservées à des personnes qui cherchent un emploi depuis longtemps ou qui touchent un minimum social.',
    'Vous travaillez avec une personne expérimentée qui vous montre le métier. Les équipements de sécurité sont fournis.',
    'La personne qui suit la clause vous appelle avant le début, puis chaque mois, pour faire le point avec vous.',
    `Le chantier est commandé par : ${market.buyer}.`,
  ].join('\n\n')
}
