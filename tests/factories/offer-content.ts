import type { Offer, OfferContent, OfferDetails, OfferKind } from '#app/domain/offer.ts'
import { COMMUNES } from './commune.ts'
import { NOW } from './now.ts'

const DESCRIPTION =
  'Vous préparez les légumes, dressez les assiettes et gardez la cuisine propre, avec une équipe de six personnes.'

/** The fields of each kind, filled in. */
export const OFFER_DETAILS: { [K in OfferKind]: Extract<OfferDetails, { kind: K }> } = {
  job: { kind: 'job', contract: 'cdd', isAgencyWork: false },
  clause: {
    kind: 'clause',
    contract: 'cddi',
    market: 'Rénovation du collège Jean-Mermoz',
    lot: 'Lot 4, peinture',
    buyer: 'Département de l’Aisne',
    contractor: 'Peintures Laon SARL',
    plannedHours: 420,
    facilitator: 'Maison de l’emploi de Laon',
    eligiblePublics: ['minimum_benefits', 'long_term_jobseeker'],
  },
  seasonal: { kind: 'seasonal', season: 'septembre', crop: 'vendanges', keepsRsa: true },
  volunteering: {
    kind: 'volunteering',
    course: 'Le mardi matin : accueil, tri des colis, distribution, rangement.',
    aims: 'Aider les familles du quartier à se nourrir.',
    suitableProfiles: 'Toute personne qui aime le contact.',
    skillsDeveloped: 'Accueillir, ranger un stock, travailler en équipe.',
    nextSteps: 'Un certificat de bénévolat, puis une visite chez un logisticien.',
    welcomeReferent: 'Monique, responsable de l’accueil',
    timeAsked: 'une matinée par semaine',
    field: 'solidarite-insertion',
  },
}

/** What an organisation writes for an offer of this kind. */
export const offerContent = (
  kind: OfferKind = 'job',
  overrides: Partial<OfferContent> = {},
): OfferContent => ({
  title: 'Aide de cuisine en restaurant scolaire',
  occupationCode: null,
  description: kind === 'volunteering' ? `${DESCRIPTION} `.repeat(3).trim() : DESCRIPTION,
  communeCode: COMMUNES.laon.inseeCode,
  address: null,
  positions: 2,
  startsOn: '2026-07-01',
  endsOn: null,
  hoursPerWeek: 28,
  slots: ['mon_morning', 'tue_morning'],
  pay: null,
  licences: [],
  skills: [],
  experience: 'none',
  isReachableByTransit: false,
  hasCollectivePickup: false,
  hasLodging: false,
  isDisabilityFriendly: false,
  replyDelayDays: 7,
  details: OFFER_DETAILS[kind],
  ...overrides,
})

const PUBLISHED = ['published', 'suspended', 'filled', 'expired']
const CLOSED = ['filled', 'expired', 'withdrawn', 'refused']

/** An offer as the domain holds it, dated as its state asks, without any row. */
export function buildOffer(overrides: Partial<Offer> & { kind?: OfferKind } = {}): Offer {
  const { kind = 'job', ...rest } = overrides
  const state = rest.state ?? 'published'
  return {
    ...offerContent(kind),
    id: '00000000-0000-4000-8000-000000000001',
    territoryId: '00000000-0000-4000-8000-000000000002',
    organisationId: '00000000-0000-4000-8000-000000000003',
    state,
    version: 1,
    flags: [],
    latitude: COMMUNES.laon.latitude,
    longitude: COMMUNES.laon.longitude,
    origin: null,
    createdAt: NOW,
    updatedAt: NOW,
    publishedAt: PUBLISHED.includes(state) ? NOW : null,
    expiresAt: PUBLISHED.includes(state) ? new Date(NOW.getTime() + 60 * 86_400_000) : null,
    closedAt: CLOSED.includes(state) ? NOW : null,
    applicationCount: 0,
    ...rest,
  }
}
