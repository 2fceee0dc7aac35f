import type { OfferDocument } from '#search/offer-document.ts'
import type { OfferSearch, OfferSearchEngine } from '#search/port.ts'
import { LAON, makeDocument, makeSearch, offerIdOf } from '#tests/search/documents.ts'

const baker = {
  occupationCode: 'D1102',
  occupationWords: ['Boulanger / Boulangère', 'pain et viennoiserie', 'boulange', 'fournil'],
}
const mason = {
  occupationCode: 'F1703',
  occupationWords: ['Maçon / Maçonne', 'maçonnerie', 'murs', 'parpaings'],
}
const cleaner = {
  occupationCode: 'K1304',
  occupationWords: [
    'Employé / Employée de ménage à domicile',
    'ménage chez les particuliers',
    'femme de ménage',
  ],
}
const picker = {
  occupationCode: 'A1401',
  occupationWords: ['Ouvrier / Ouvrière de la vigne', 'travail de la vigne', 'vendanges', 'raisin'],
}

/** Nine offers that differ in kind, words, contract, start and date. */
export const documents: OfferDocument[] = [
  makeDocument('boulanger', {
    title: 'Boulanger en CDI',
    organisationName: 'Fournil des Remparts',
    ...baker,
    startsOn: '2026-12-01',
    publishedAt: '2026-11-05T08:00:00.000Z',
  }),
  makeDocument('boulangère', {
    title: 'Boulangère de nuit',
    communeName: 'Soissons',
    ...baker,
    contract: 'cdd',
    startsOn: '2027-01-15',
    publishedAt: '2026-11-04T08:00:00.000Z',
  }),
  makeDocument('maçon', {
    title: 'Maçon pour chantier d’école',
    description: 'Vous montez des murs avec l’équipe. Les débutants sont formés.',
    ...mason,
    kind: 'clause',
    contract: 'cddi',
    publishedAt: '2026-11-03T08:00:00.000Z',
  }),
  makeDocument('maçonne', {
    title: 'Ouvrier du bâtiment',
    description: 'Petite maçonnerie et enduits.',
    ...mason,
    contract: 'interim',
    publishedAt: '2026-11-01T08:00:00.000Z',
  }),
  makeDocument('ménage', {
    title: 'Employée de maison',
    description: 'Entretien du logement, repassage et courses.',
    ...cleaner,
    contract: 'cdi',
    startsOn: '2026-11-20',
    publishedAt: '2026-10-30T08:00:00.000Z',
  }),
  makeDocument('vendange', {
    title: 'Coupeur de raisin',
    communeName: 'Château-Thierry',
    ...picker,
    kind: 'seasonal',
    contract: null,
    labels: ['Saisonnier'],
    startsOn: '2027-09-01',
    publishedAt: '2026-10-29T08:00:00.000Z',
  }),
  makeDocument('bénévole', {
    title: 'Accueil à l’épicerie solidaire',
    description: 'Vous accueillez les familles et rangez les dons avec les bénévoles.',
    kind: 'volunteering',
    contract: null,
    labels: ['Bénévolat'],
    publishedAt: '2026-10-28T08:00:00.000Z',
  }),
  makeDocument('serveur', {
    title: 'Serveur en salle',
    description: 'Service du midi. Les week-ends sont libres.',
    contract: 'cdd',
    publishedAt: '2026-10-27T08:00:00.000Z',
  }),
  makeDocument('électricien', {
    title: 'Électricien du bâtiment',
    contract: 'interim',
    publishedAt: '2026-10-26T08:00:00.000Z',
  }),
]
/** The sorted ids of the offers with these names. */
export const ids = (...names: string[]) => names.map(offerIdOf).sort()

/** A point due north of Laon: one degree of latitude has the same length everywhere on a sphere. */
export const north = (metres: number) => ({
  latitude: LAON.latitude + (metres / 6_371_008.8) * (180 / Math.PI),
  longitude: LAON.longitude,
})

/** Short ways to ask the engine under test. */
export function askOffers(engine: () => OfferSearchEngine) {
  const search = (changes: Partial<OfferSearch> = {}) => engine().search(makeSearch(changes))
  const found = async (changes: Partial<OfferSearch>) =>
    (await search(changes)).hits.map((hit) => hit.document.offerId).sort()
  return { search, found }
}
