import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { followPeople } from '#app/db/portfolios.server.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { personReference } from '#app/system/person-reference.server.ts'
import { cardToken } from '#app/system/secrets.server.ts'
import { reindexOffers } from '#search/reindex.server.ts'
import { createAnswerLink } from '#tests/factories/answer-link.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createWaitingRequest } from '#tests/factories/suspension-request.ts'
import { createAccountPages } from './account-pages.ts'
import { createCvPages } from './cv-pages.ts'
import { employerPages } from './employer-pages.ts'
import { hotlinePages } from './hotline-pages.ts'
import { createOwnListPages } from './own-list-pages.ts'
import { emptyProfilePages, profilePages } from './profile-pages.ts'
import type { ShownPage } from './show.ts'
import { createUnfinished, SIGN_UP_PAGES } from './sign-up-pages.ts'
import { createSpontaneousPages } from './spontaneous-pages.ts'
import { createEmployer, createGround, openDemoAccounts } from './world.ts'

const LONG_TITLE =
  'Aide-cuisinière ou aide-cuisinier de restauration collective anticonstitutionnellement intercommunautaire'
const LONG_TEXT = 'Vous préparez les repas. Anticonstitutionnellementintercommunautairementparlant, oui.\n'

/** A territory where each page has something to show, and the pages to look at. */
export async function createPages(): Promise<{ pages: ShownPage[]; publicPages: ShownPage[] }> {
  const { territoryId } = await createGround()
  const { organisationId } = await createEmployer({
    territoryId,
    name: 'Conserverie du Laonnois',
    recruiterName: 'Hélène Caron',
  })
  const fresh = await createEmployer({
    territoryId,
    name: 'Les Jardins de la Vallée et des Coteaux réunis du Vermandois',
    recruiterName: 'Lucie Moreau',
    state: 'pending',
  })
  const owner = { territoryId, organisationId }
  const offers = await Promise.all(OFFER_KINDS.map((kind) => createOffer({ ...owner, kind })))
  const long = await createOffer({
    ...owner,
    title: LONG_TITLE,
    description: LONG_TEXT.repeat(50),
    occupationCode: 'G1602',
    licences: ['B'],
    skills: ['eplucher-couper', 'dresser-assiettes'],
  })
  const closed = await createOffer({ ...owner, state: 'filled', title: 'Plonge en brasserie' })
  const paused = await createOffer({ ...owner, state: 'suspended', title: 'Service en salle' })
  const draft = await createOffer({ ...owner, state: 'draft', title: 'Cueillette de pommes' })
  const inReview = await createOffer({
    territoryId,
    organisationId: fresh.organisationId,
    state: 'in_review',
    title: 'Maraîchage sous serre',
    flags: ['age'],
  })
  const nadia = await createCandidate({ account: { territoryId, firstName: 'Nadia', lastName: 'Benali' } })
  await createCandidate({
    account: { territoryId, firstName: 'Karim', lastName: 'Nouveau' },
    profile: { projects: [], travel: { means: 'foot', maxKm: 0, maxMinutes: null } },
  })
  await createOffer({ ...owner, occupationCode: 'G1602', licences: ['C'], title: 'Livraison des repas' })
  const nowhere = await createOffer({
    ...owner,
    latitude: null,
    longitude: null,
    endsOn: '2026-05-31',
    title: 'Aide de cuisine chez un traiteur',
  })
  const { profile } = nadia
  await createMatch({ offerId: long.id, profileId: profile.id, missing: ['licence'] })
  const told = offers[0] ?? long
  const tellNadia = await createMatch({ offerId: told.id, profileId: profile.id, state: 'notified' })
  const open = await createAnswerLink({ match: tellNadia })
  const late = await createAnswerLink({ match: tellNadia, expiresAt: NOW })
  const application = await createApplication({ offerId: told.id, profileId: profile.id })
  const interview = await createApplication({
    offerId: closed.id,
    profileId: profile.id,
    state: 'interview',
    interviewAt: new Date('2026-06-04T12:30:00Z'),
  })
  await createUnfinished(territoryId)
  const { account: samira } = await createProfessional('hotline', { firstName: 'Samira', lastName: 'Bouzid' })
  const { account: double } = await createCandidate({
    account: { territoryId, firstName: 'Nadya', lastName: 'Ben Ali' },
  })
  const asleep = await createCandidate({
    account: {
      territoryId,
      firstName: 'Ginette',
      lastName: 'Lebrun',
      status: 'suspended',
      suspensionReason: 'inactivity',
    },
  })
  const decided = await createCandidate({ account: { territoryId, firstName: 'Joël', lastName: 'Roy' } })
  await createWaitingRequest(decided.account.id, samira.id)
  const { account: referent } = await createProfessional('referent', { firstName: 'Inès', lastName: 'Morel' })
  const { account: sophie } = await createProfessional('administrator', {
    firstName: 'Sophie',
    lastName: 'Vasseur',
  })
  await followPeople(db(), { referentId: referent.id, profileIds: [profile.id], since: NOW })
  const read = { purpose: 'profile', at: NOW, profileIds: [profile.id], reason: LONG_TITLE } as const
  await recordReading({ kind: 'referent', accountId: referent.id, territoryId }, read)
  const accountPages = await createAccountPages({
    ...owner,
    candidateId: nadia.account.id,
    referentId: referent.id,
    administratorId: sophie.id,
  })
  await openDemoAccounts()
  await reindexOffers()
  await db().localDelivery.createMany({ data: deliveries() })
  const candidate = 'Nadia Benali'
  const recruiter = 'Hélène Caron'
  const officer = 'Claire Dumont'
  const hotline = 'Samira Bouzid'
  const readers = { as: candidate, by: recruiter, none: 'Lucie Moreau' }
  const spontaneous = await createSpontaneousPages({ ...owner, profileId: profile.id }, readers)
  const publicPages: ShownPage[] = [
    { name: 'home', path: '/' },
    { name: 'search', path: '/offres' },
    { name: 'search near a commune', path: '/offres?q=cuisine&lieu=Laon&rayon=10' },
    { name: 'search that finds nothing', path: '/offres?q=zzzzzz' },
    { name: 'search with an unknown place', path: '/offres?lieu=Atlantide' },
    { name: 'search with several communes', path: '/offres?lieu=02140' },
    ...offers.map(({ id, details }) => ({ name: `offer ${details.kind}`, path: `/offres/${id}` })),
    { name: 'long offer', path: `/offres/${long.id}` },
    { name: 'closed offer', path: `/offres/${closed.id}`, status: 410 },
    ...spontaneous.forAll,
    { name: 'map', path: '/carte' },
    { name: 'answer link', path: `/r/${open.token}` },
    { name: 'answer link, too late', path: `/r/${late.token}` },
    { name: 'sign up', path: '/inscription' },
    { name: 'printed card', path: `/connexion/carte/${cardToken(double.id)}` },
    { name: 'erased', path: '/mes-donnees/efface' },
    { name: 'sign in', path: '/connexion' },
    { name: 'sign in, refused', path: '/connexion', press: 'Recevoir mon code' },
    { name: 'method', path: '/comment-ca-marche/classement' },
    { name: 'privacy', path: '/confidentialite' },
    { name: 'accessibility', path: '/accessibilite' },
    { name: 'help', path: '/aide' },
    { name: 'site map', path: '/plan-du-site' },
    { name: 'outbox', path: '/boite-d-envoi' },
    { name: 'page not found', path: '/nulle-part', status: 404 },
  ]
  const pages: ShownPage[] = [
    ...publicPages,
    ...accountPages,
    ...SIGN_UP_PAGES,
    { name: 'proposals', path: '/mes-offres', as: candidate },
    { name: 'offer, and the candidate who reads it', path: `/offres/${long.id}`, as: candidate },
    { name: 'profile that hardly anything can match', path: '/mon-profil', as: 'Karim Nouveau' },
    { name: 'no proposals', path: '/mes-offres', as: 'Karim Nouveau' },
    { name: 'applications', path: '/mes-candidatures', as: candidate },
    { name: 'no applications', path: '/mes-candidatures', as: 'Karim Nouveau' },
    { name: 'application', path: `/mes-candidatures/${application.id}`, as: candidate },
    { name: 'interview', path: `/mes-candidatures/${interview.id}`, as: candidate },
    { name: 'apply', path: `/offres/${long.id}/postuler`, as: candidate },
    ...spontaneous.forSome,
    ...profilePages(candidate),
    ...(await createOwnListPages(profile.id, { kept: [long.id, closed.id], setAside: [nowhere.id] })),
    ...emptyProfilePages('Karim Nouveau'),
    ...(await createCvPages(profile.id, candidate)),
    { name: 'who saw my profile', path: '/mon-profil/consultations', as: candidate },
    { name: 'nobody saw my profile', path: '/mon-profil/consultations', as: 'Karim Nouveau' },
    { name: 'portfolio', path: '/portefeuille', as: 'Inès Morel' },
    { name: 'person', path: `/personnes/${profile.id}`, as: 'Inès Morel' },
    { name: 'person, why', path: `/personnes/${profile.id}`, as: 'Sophie Vasseur' },
    {
      name: 'person, why, refused',
      path: `/personnes/${profile.id}`,
      as: 'Sophie Vasseur',
      press: 'Ouvrir la fiche',
    },
    { name: 'supervised readings', path: '/administration/consultations', as: 'Sophie Vasseur' },
    { name: 'organisation', path: '/structure', as: recruiter },
    ...employerPages(recruiter, 'Lucie Moreau', personReference(organisationId, nadia.profile.id)),
    { name: 'own offer', path: `/structure/offres/${told.id}`, as: recruiter },
    { name: 'own long offer', path: `/structure/offres/${long.id}`, as: recruiter },
    { name: 'own offer without place', path: `/structure/offres/${nowhere.id}`, as: recruiter },
    { name: 'own paused offer', path: `/structure/offres/${paused.id}`, as: recruiter },
    { name: 'own draft', path: `/structure/offres/${draft.id}`, as: recruiter },
    { name: 'edit an offer', path: `/structure/offres/${long.id}/modifier`, as: recruiter },
    { name: 'received application', path: `/structure/candidatures/${application.id}`, as: recruiter },
    { name: 'organisation with its first offer', path: '/structure', as: 'Lucie Moreau' },
    { name: 'own data', path: '/mes-donnees', as: candidate },
    { name: 'erase my account', path: '/mes-donnees/effacer', as: candidate },
    { name: 'stop my account', path: '/mon-compte/arreter', as: candidate },
    ...hotlinePages({
      hotline,
      officer,
      doubleId: double.id,
      asleepId: asleep.account.id,
      followedId: nadia.account.id,
    }),
    { name: 'desk', path: '/bureau', as: officer },
    { name: 'desk, everything', path: '/bureau?voir=toutes', as: officer },
    { name: 'offer to review', path: `/bureau/offres/${inReview.id}`, as: officer },
    {
      name: 'offer to review, refused',
      path: `/bureau/offres/${inReview.id}`,
      as: officer,
      press: 'Refuser',
    },
    { name: 'offer with proposals', path: `/bureau/offres/${long.id}`, as: officer },
    { name: 'offer without proposals', path: `/bureau/offres/${offers[3]?.id}`, as: officer },
  ]
  return { pages, publicPages }
}

const deliveries = () => [
  {
    id: '00000000-0000-4000-8000-0000000000a1',
    clientReference: 'a1',
    channel: 'sms',
    recipient: '+33639980001',
    sender: 'ACTIFS',
    text: 'Pour vous : Aide de cuisine, Laon. Voir, répondre ou stop : http://127.0.0.1/r/abc Aide 03 23 24 89 00',
    segments: 1,
    sentAt: new Date('2026-06-01T07:00:00Z'),
  },
  {
    id: '00000000-0000-4000-8000-0000000000a2',
    clientReference: 'a2',
    channel: 'email',
    recipient: 'une.adresse.vraiment.tres.longue.pour.un.petit.ecran@example.org',
    sender: 'Actifs <ne-pas-repondre@example.org>',
    subject: `Une offre pour vous : ${LONG_TITLE}`,
    text: LONG_TEXT.repeat(5),
    html: '<p>Une offre pour vous</p>',
    segments: 0,
    sentAt: new Date('2026-06-01T07:00:00Z'),
  },
]
