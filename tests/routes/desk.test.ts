import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { Match } from '#app/domain/match.ts'
import type { Offer } from '#app/domain/offer.ts'
import { loader as desk } from '#app/routes/bureau._index.tsx'
import { action, loader } from '#app/routes/bureau.offres.$offerId.tsx'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let cookie: string
let officer: Account
beforeAll(async () => {
  officer = (await createOfficer()).account
  cookie = await signIn(officer.id)
})

const read = (offerId: string, as = cookie) =>
  answerOf(() => loader(routeArgs(requestTo(`/bureau/offres/${offerId}`, { cookie: as }), { offerId })))
const send = (offerId: string, form: Record<string, string | string[]>, as = cookie) =>
  answerOf(() => action(routeArgs(requestTo(`/bureau/offres/${offerId}`, { cookie: as, form }), { offerId })))
const stateOf = async (id: string) => (await db().offer.findUniqueOrThrow({ where: { id } })).state

const offerHere = (more: Partial<Offer> = {}) => createOffer({ territoryId: officer.territoryId, ...more })

async function reviewed(description?: string) {
  const organisation = await createOrganisation({ territoryId: officer.territoryId, state: 'pending' })
  const offer = await offerHere({
    organisationId: organisation.id,
    state: 'in_review',
    ...(description && { description, flags: ['age'] }),
  })
  return { offer, organisation }
}

describe('reviewing', () => {
  it('puts a first offer on line and verifies its organisation, once', async () => {
    const { offer, organisation } = await reviewed()
    const form = { intent: 'approve_offer', version: '1', reason: '' }
    expect(await send(offer.id, form)).toMatchObject({ status: 302 })
    expect(await send(offer.id, form)).toMatchObject({ status: 302 })
    expect(await stateOf(offer.id)).toBe('published')
    expect((await db().organisation.findUniqueOrThrow({ where: { id: organisation.id } })).state).toBe(
      'verified',
    )
    const types = (await listEvents()).map(({ type }) => type)
    expect(types.filter((type) => type === 'offer.approved' || type === 'organisation.verified')).toEqual([
      'offer.approved',
      'organisation.verified',
    ])
  })

  it('shows the passages that the filter found, with their law', async () => {
    const { offer } = await reviewed(
      'Nous cherchons une personne de moins de 30 ans pour la cuisine du midi.',
    )
    const { body } = await read(offer.id)
    expect(body).toMatchObject({
      can: { approve: true },
      findings: [{ excerpt: expect.stringContaining('30 ans'), law: expect.stringContaining('L1132-1') }],
    })
  })

  it.each(['refuse', 'send_back'])('asks for a reason to %s, and keeps what was typed', async (intent) => {
    const { offer } = await reviewed()
    const without = await send(offer.id, { intent, version: '1', reason: ' ' })
    expect(without).toMatchObject({ status: 422, body: { errors: { reason: [expect.any(String)] } } })
    const withReason = await send(offer.id, { intent, version: '1', reason: 'Précisez le lieu.' })
    expect(withReason.status).toBe(302)
    expect(await stateOf(offer.id)).toBe(intent === 'refuse' ? 'refused' : 'draft')
  })

  it('tells an officer who looks at an old version', async () => {
    const { offer } = await reviewed()
    const stale = await send(offer.id, { intent: 'refuse', version: '7', reason: 'Trop court' })
    expect(stale).toMatchObject({ status: 409, body: { values: { reason: 'Trop court' } } })
    expect(await stateOf(offer.id)).toBe('in_review')
  })
})

describe('curating', () => {
  async function proposals(): Promise<{ offer: Offer; matches: Match[] }> {
    const offer = await offerHere({ skills: ['faire-plonge'] })
    const matches: Match[] = []
    for (const scoreTenths of [700, 900, 800]) {
      const { profile } = await createCandidate({ account: { territoryId: officer.territoryId } })
      matches.push(await createMatch({ offerId: offer.id, profileId: profile.id, scoreTenths }))
    }
    return { offer, matches }
  }

  it('lists people best first, with reasons, what is missing, the version and what may be done', async () => {
    const { offer, matches } = await proposals()
    const { body } = await read(offer.id)
    const { proposals: shown } = body as { proposals: { id: string }[] }
    expect(shown.map(({ id }) => id)).toEqual([matches[1]?.id, matches[2]?.id, matches[0]?.id])
    expect(shown[0]).toMatchObject({
      name: 'Nadia Benali',
      communeName: 'Laon',
      missing: [expect.stringContaining('à apprendre')],
      can: { approve: true, set_aside: true, undo: false },
    })
  })

  it('approves, puts aside, undoes and approves many', async () => {
    const { offer, matches } = await proposals()
    const [first, second, third] = matches.map(({ id }) => id)
    expect((await send(offer.id, { intent: 'approve', match: first ?? '' })).status).toBe(302)
    expect((await send(offer.id, { intent: 'set_aside', match: second ?? '', reason: '' })).status).toBe(422)
    expect(
      (await send(offer.id, { intent: 'set_aside', match: second ?? '', reason: 'Part en juin' })).status,
    ).toBe(302)
    expect((await send(offer.id, { intent: 'undo', match: second ?? '' })).status).toBe(302)
    expect(
      (await send(offer.id, { intent: 'approve_many', match: [second ?? '', third ?? ''] })).status,
    ).toBe(302)
    expect(await db().match.count({ where: { offerId: offer.id, state: 'approved' } })).toBe(3)
  })

  it('refuses forged ids, unknown gestures and another territory', async () => {
    const { offer, matches } = await proposals()
    for (const match of [unknownId(), 'x', ''])
      expect((await send(offer.id, { intent: 'approve', match })).status).toBe(404)
    expect((await send(offer.id, { intent: 'toString', match: matches[0]?.id ?? '' })).status).toBe(422)
    const elsewhere = await signIn(
      (await createOfficer({ territoryId: (await createTerritory({ departementCode: '01' })).id })).account
        .id,
    )
    expect((await read(offer.id, elsewhere)).status).toBe(404)
    expect((await send(offer.id, { intent: 'approve', match: matches[0]?.id ?? '' }, elsewhere)).status).toBe(
      404,
    )
  })
})

describe('the desk', () => {
  it('counts what waits, filters, and changes nothing by being read', async () => {
    const before = await countRows()
    const answer = await answerOf(() =>
      desk(routeArgs(requestTo('/bureau?voir=toutes&genre=emploi', { cookie }))),
    )
    const page = answer.body as { published: { kind: string; toDecide: number }[]; toReviewTotal: number }
    expect(page.published.length).toBeGreaterThan(0)
    expect(new Set(page.published.map(({ kind }) => kind))).toEqual(new Set(['job']))
    expect(page.toReviewTotal).toBe(2)
    expect(await countRows()).toEqual(before)
  })

  it('is not there for others', async () => {
    const recruiter = await createRecruiter({ territoryId: officer.territoryId })
    const candidate = await createCandidate({ account: { territoryId: officer.territoryId } })
    for (const account of [recruiter.account, candidate.account]) {
      const as = await signIn(account.id, account === recruiter.account ? recruiter.organisationId : null)
      expect((await answerOf(() => desk(routeArgs(requestTo('/bureau', { cookie: as }))))).status).toBe(404)
    }
    const nobody = await answerOf(() => desk(routeArgs(requestTo('/bureau'))))
    expect(nobody.headers.get('Location')).toBe('/connexion?suite=%2Fbureau')
  })
})
