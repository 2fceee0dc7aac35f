import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { MatchState } from '#app/domain/match.ts'
import type { Offer, OfferKind } from '#app/domain/offer.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'
import { loader as deskLoader } from '#app/routes/bureau.offres.$offerId.tsx'
import { loader as ownLoader } from '#app/routes/structure.offres.$offerId._index.tsx'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES } from '#tests/factories/commune.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let asRecruiter: string
let asOfficer: string
beforeAll(async () => {
  await createReferences()
  recruiter = await createRecruiter()
  const { territoryId } = recruiter.actor
  asRecruiter = await signIn(recruiter.account.id)
  asOfficer = await signIn((await createOfficer({ territoryId })).account.id)
})

const ownOffer = (change: Partial<Offer> & { kind?: OfferKind } = {}) =>
  createOffer({
    organisationId: recruiter.organisationId,
    territoryId: recruiter.actor.territoryId,
    startsOn: null,
    slots: [],
    ...change,
  })

type Waiting = { reserve: { withoutBudget: number; laterBatch: number }; isProposed: boolean }
type Said = { missing: string[]; change: string | null; reasons: { points: number }[] }

async function desk(offerId: string) {
  const request = requestTo(`/bureau/offres/${offerId}`, { cookie: asOfficer })
  const { body } = await answerOf(() => deskLoader(routeArgs(request, { offerId })))
  return body as { proposals: Said[]; hindrances: string[] }
}
async function own(offerId: string) {
  const request = requestTo(`/structure/offres/${offerId}`, { cookie: asRecruiter })
  const { body } = await answerOf(() => ownLoader(routeArgs(request, { offerId })))
  return {
    ...(body as { offer: { people: Said[]; hindrances: string[] } }).offer,
    text: JSON.stringify(body),
  }
}

type Setup = NonNullable<Parameters<typeof createCandidate>[0]>

/** Somebody approved for an offer, before what closed a gate. */
async function approved(offer: Offer, { account, profile }: Setup = {}, state: MatchState = 'approved') {
  const candidate = await createCandidate({
    account: { territoryId: recruiter.actor.territoryId, ...account },
    profile: { ...profile },
  })
  await createMatch({ offerId: offer.id, profileId: candidate.profile.id, state })
  return candidate
}

describe('a person whose gate has closed since', () => {
  test.each([
    [
      'licence',
      { licences: ['C'] },
      {},
      ['il manque le permis C', 'avec le permis C'],
      ['il manque le permis C', 'avec le permis C'],
    ],
    [
      'distance',
      { latitude: COMMUNES.laon.latitude + 0.12 },
      { travel: { means: 'car', maxKm: 5, maxMinutes: null } },
      ['le lieu est à 14 km, sa limite est à 5 km', 'si la personne peut aller jusqu’à 14 km'],
      ['le lieu est plus loin que la limite choisie', 'si la personne peut aller jusqu’à 14 km'],
    ],
    [
      'a limit in minutes',
      { latitude: COMMUNES.laon.latitude + 0.12 },
      { travel: { means: 'bicycle', maxKm: null, maxMinutes: 30 } },
      [
        'le lieu est à 75 minutes environ à vélo, sa limite est à 30 minutes',
        'si la personne peut aller jusqu’à 75 minutes à vélo',
      ],
      ['le lieu est plus loin que la limite choisie', 'si la personne peut aller jusqu’à 14 km'],
    ],
    [
      'kind',
      {},
      { kinds: ['volunteering'] },
      ['la personne n’a pas choisi « Un emploi »', 'si la personne cherche aussi un emploi'],
      ['la personne n’a pas choisi « Un emploi »', 'si la personne cherche aussi un emploi'],
    ],
  ] as const)(
    '%s: each reader is told in the third person',
    async (_, change, profile, officer, employer) => {
      const offer = await ownOffer({ ...change } as Partial<Offer>)
      await approved(offer, { profile: { ...profile } as Setup['profile'] })
      const [onDesk] = (await desk(offer.id)).proposals
      const [atEmployer] = (await own(offer.id)).people
      expect([onDesk?.missing[0], onDesk?.change]).toEqual(officer)
      expect([atEmployer?.missing[0], atEmployer?.change]).toEqual(employer)
      for (const said of [onDesk, atEmployer])
        expect(said?.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(78, 5)
    },
  )

  test('who stopped our messages is on the desk and not at the organisation; of a reserved public nothing is told there', async () => {
    const reserved = await ownOffer({ kind: 'clause', details: OFFER_DETAILS.clause })
    const stopped = await approved(reserved, { account: { channel: 'none' } }, 'interested')
    const outside = await approved(reserved, { profile: { eligiblePublics: [] } }, 'interested')
    const inside = await approved(reserved, {}, 'interested')
    const { proposals } = await desk(reserved.id)
    expect(proposals.map(({ missing }) => missing.join()).sort()).toEqual([
      '',
      'la personne ne veut pas être proposée',
      'l’offre est réservée : personnes qui reçoivent un minimum social, personnes au chômage depuis plus d’un an',
    ])
    const { people, text } = await own(reserved.id)
    expect(people).toHaveLength(2)
    for (const one of people) expect(one).toMatchObject({ missing: [], change: null })
    for (const { profile, account } of [stopped, outside, inside])
      for (const secret of [profile.id, account.id, account.lastName]) expect(text).not.toContain(secret)
    expect(JSON.stringify(people)).not.toMatch(/réservée|minimum|message|proposée/)
  })
})

describe('a reserved offer, for which to be shown is to be in one of its situations', () => {
  test.each(['proposed', 'approved', 'notified'] as const)(
    'shows its organisation nobody whose match is %s',
    async (state) => {
      const reserved = await ownOffer({ kind: 'clause', details: OFFER_DETAILS.clause })
      await approved(reserved, {}, state)
      expect((await own(reserved.id)).people).toEqual([])
      expect((await desk(reserved.id)).proposals).toHaveLength(1)
      const open = await ownOffer()
      await approved(open, {}, state)
      expect((await own(open.id)).people).toHaveLength(1)
    },
  )

  test('shows the same people who said yes, whatever its publics become', async () => {
    const reserved = await ownOffer({ kind: 'clause', details: OFFER_DETAILS.clause })
    for (const eligiblePublics of [['minimum_benefits'], ['long_term_jobseeker']] as const)
      await approved(reserved, { profile: { eligiblePublics: [...eligiblePublics] } }, 'interested')
    const before = await own(reserved.id)
    expect(before.people).toHaveLength(2)
    const details = { ...OFFER_DETAILS.clause, eligiblePublics: ['minimum_benefits'] }
    await db().offer.update({ where: { id: reserved.id }, data: { details } })
    const unnamed = ({ reference: _, ...said }: Said & { reference?: string }) => said
    expect((await own(reserved.id)).people.map(unnamed)).toEqual(before.people.map(unnamed))
  })

  test('does not say how many others wait', async () => {
    const [reserved, open] = [
      await ownOffer({ kind: 'clause', details: OFFER_DETAILS.clause }),
      await ownOffer(),
    ]
    for (const { id } of [reserved, open]) {
      await approved(id === open.id ? open : reserved, {}, 'proposed')
      await db().allocation.deleteMany({ where: { offerId: id } })
    }
    const waiting = async (offerId: string) => {
      const { reserve, isProposed } = (await own(offerId)) as unknown as Waiting
      return [reserve.withoutBudget + reserve.laterBatch, isProposed]
    }
    expect(await waiting(open.id)).toEqual([1, true])
    expect(await waiting(reserved.id)).toEqual([0, true])
    const nobody = await ownOffer({ kind: 'clause', details: OFFER_DETAILS.clause })
    expect(await waiting(nobody.id)).toEqual([0, true])
  })

  test.each(['draft', 'published'] as const)('shows nobody found near, %s', async (state) => {
    await createCandidate({ account: { territoryId: recruiter.actor.territoryId } })
    const near = { state, occupationCode: OCCUPATIONS.kitchenHelp.romeCode }
    expect((await own((await ownOffer(near)).id)).people).not.toEqual([])
    const reserved = await ownOffer({ ...near, kind: 'clause', details: OFFER_DETAILS.clause })
    expect((await own(reserved.id)).people).toEqual([])
  })
})

describe('an offer that nobody can match', () => {
  test.each([
    [{ latitude: null, longitude: null }, 'Sans lieu, cette offre n’est proposée à personne.'],
    [{ endsOn: '2020-05-01' }, 'La date de fin est passée : cette offre n’est plus proposée à personne.'],
    [{ startsOn: '2020-05-01' }, 'La date de début est passée. L’offre est encore proposée.'],
  ])('%j: the organisation and the desk are told', async (change, sentence) => {
    const offer = await ownOffer(change)
    const { hindrances } = await own(offer.id)
    expect(hindrances).toEqual([expect.stringContaining(sentence)])
    expect((await desk(offer.id)).hindrances).toHaveLength(1)
  })

  test('full: told once for the offer, not beside each person', async () => {
    const offer = await ownOffer()
    await approved(offer)
    await createApplication({ offerId: offer.id })
    await createTerritory({ settings: territorySettingsSchema.parse({ maxApplicationsPerOffer: 1 }) })
    const { hindrances, people } = await own(offer.id)
    expect(hindrances).toEqual([expect.stringContaining('toutes les réponses')])
    expect(people[0]?.missing).toEqual([])
    const onDesk = await desk(offer.id)
    expect([onDesk.hindrances.length, onDesk.proposals[0]?.missing]).toEqual([1, []])
    await createTerritory()
  })

  test('closed: nothing is told, there is nothing to mend', async () => {
    const offer = await ownOffer({ state: 'filled', endsOn: '2020-05-01', latitude: null, longitude: null })
    expect((await own(offer.id)).hindrances).toEqual([])
  })
})
