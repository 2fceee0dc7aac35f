import { OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import type { ShownPage } from './show.ts'

/** What an organisation writes and looks for: the forms of its offers, and the people it may be shown. */
export const employerPages = (as: string, unverified: string, reference: string): ShownPage[] => {
  const people = (name: string, query: string) => ({
    name: `people, ${name}`,
    path: `/structure/personnes${query}`,
    as,
  })
  return [
    { name: 'new offer, which kind', path: '/structure/offres/nouvelle', as },
    ...OFFER_KINDS.map((kind) => ({
      name: `new offer, ${kind}, refused`,
      path: `/structure/offres/nouvelle?genre=${OFFER_KIND_SLUGS[kind]}`,
      as,
      press: /^Enregistrer/,
    })),
    people('around', ''),
    people('who cook', '?q=cuisine&genre=emploi&permis=B&savoir=eplucher-couper'),
    people('by commune', '?vue=communes'),
    { name: 'people, on the map', path: '/structure/personnes/carte', as },
    { name: 'people, on the map, nobody', path: '/structure/personnes/carte?q=cuisine&permis=CE', as },
    people('nobody', '?q=cuisine&permis=CE'),
    people('nowhere', '?q=zzzzzz&lieu=zzzzzz'),
    people('where?', '?lieu=02140'),
    { name: 'ask for a word', path: `/structure/contact/${reference}`, as },
    { name: 'people, to an organisation not verified', path: '/structure/personnes', as: unverified },
  ]
}
