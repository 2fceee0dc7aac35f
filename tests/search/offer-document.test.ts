import { describe, expect, it } from 'vitest'
import { OFFER_STATES, type OfferDetails } from '#app/domain/offer.ts'
import { toOfferDocument } from '#search/offer-document.ts'
import { buildOffer } from '#tests/factories/offer-content.ts'

const surroundings = {
  organisationName: 'Fournil des Remparts',
  communeName: 'Laon',
  occupation: {
    label: 'Boulanger / Boulangère',
    plainLabel: 'pain et viennoiserie',
    synonyms: ['boulange'],
    parentCode: 'D1102',
    domainCode: 'D11',
    appellations: ['Aide-boulanger'],
  },
}
const id = '00000000-0000-4000-8000-000000000001'
const offerOf = (details: OfferDetails) => ({ ...buildOffer({ id }), state: 'published' as const, details })

const clause: OfferDetails = {
  kind: 'clause',
  contract: 'cddi',
  market: 'Rénovation du collège',
  lot: 'Gros œuvre',
  buyer: 'Département',
  contractor: 'Bâtisseurs réunis',
  plannedHours: 300,
  facilitator: 'FACILITATOR-NAME',
  eligiblePublics: ['minimum_benefits'],
}
const volunteering: OfferDetails = {
  kind: 'volunteering',
  course: 'Tri des dons',
  aims: 'Aider les familles',
  suitableProfiles: 'Toute personne',
  skillsDeveloped: 'Accueil',
  nextSteps: 'Formation',
  welcomeReferent: 'REFERENT-NAME',
  timeAsked: 'deux matins par semaine',
  field: 'solidarité',
}

describe('the public document of an offer', () => {
  it.each([clause, volunteering])(
    'holds no name of a person, no address and no contact: $kind',
    (details) => {
      const offer = { ...offerOf(details), address: 'ADDRESS-LINE', flags: ['FLAG'] }
      const text = JSON.stringify(toOfferDocument(offer, surroundings))
      for (const secret of ['FACILITATOR-NAME', 'REFERENT-NAME', 'ADDRESS-LINE', 'FLAG', offer.territoryId])
        expect(text).not.toContain(secret)
    },
  )

  it('exists for published offers only', () => {
    for (const state of OFFER_STATES) {
      const document = toOfferDocument({ ...offerOf(clause), state }, surroundings)
      expect(document === null).toBe(state !== 'published')
    }
    expect(toOfferDocument({ ...offerOf(clause), publishedAt: null }, surroundings)).toBeNull()
  })

  it('carries the words of the occupation, of the kind and of its own fields', () => {
    expect(toOfferDocument(offerOf(clause), surroundings)).toMatchObject({
      offerId: id,
      kind: 'clause',
      contract: 'cddi',
      organisationName: 'Fournil des Remparts',
      communeName: 'Laon',
      occupationLabel: 'pain et viennoiserie',
      occupationWords: ['Boulanger / Boulangère', 'pain et viennoiserie', 'boulange', 'Aide-boulanger'],
      labels: ['Clause d’insertion', 'CDDI (contrat d’insertion)'],
      more: 'Rénovation du collège Gros œuvre Département Bâtisseurs réunis',
    })
    expect(toOfferDocument(offerOf(volunteering), surroundings)).toMatchObject({
      contract: null,
      rhythm: 'deux matins par semaine',
      more: 'Tri des dons Aider les familles Toute personne Accueil deux matins par semaine solidarité',
    })
  })

  it('has no occupation when the offer is open to anybody', () => {
    const document = toOfferDocument(
      { ...offerOf(clause), occupationCode: null },
      { ...surroundings, occupation: null },
    )
    expect(document).toMatchObject({ occupationCode: null, occupationLabel: null, occupationWords: [] })
  })
})
