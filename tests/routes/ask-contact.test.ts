import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findMatchOfPair } from '#app/db/matches.server.ts'
import { action as ownAction, loader as ownOffers } from '#app/routes/mes-offres.tsx'
import { action as answerLink, loader as linkPage } from '#app/routes/r.$token.tsx'
import { action, loader } from '#app/routes/structure.contact.$reference.tsx'
import { loader as offerPage } from '#app/routes/structure.offres.$offerId._index.tsx'
import { personReference } from '#app/system/person-reference.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createAnswerLink } from '#tests/factories/answer-link.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let cookie: string
let offerId: string
beforeEach(async () => {
  await createReferences()
  recruiter = await createRecruiter()
  cookie = await signIn(recruiter.account.id)
  offerId = (await ownOffer()).id
})

const ownOffer = (more: Parameters<typeof createOffer>[0] = {}) =>
  createOffer({ organisationId: recruiter.organisationId, territoryId: recruiter.actor.territoryId, ...more })
const person = (more: Parameters<typeof createCandidate>[0] = {}) =>
  createCandidate({ ...more, account: { firstName: 'Ginette', lastName: 'Zzyzx', ...more.account } })
const named = (profileId: string) => personReference(recruiter.organisationId, profileId)
const SENTENCE = 'Nous cherchons quelqu’un pour le service de midi.'
const ask = (profileId: string, form: Record<string, string> = {}, as = cookie) => {
  const reference = named(profileId)
  const sent = { offerId, sentence: SENTENCE, ...form }
  return answerOf(() =>
    action(
      routeArgs(requestTo(`/structure/contact/${reference}`, { cookie: as, form: sent }), { reference }),
    ),
  )
}
type Request = { name: string | null; contact: unknown; state: string; sentence: string | null }
const follow = async () => {
  const request = requestTo(`/structure/offres/${offerId}`, { cookie })
  const { body } = await answerOf(() => offerPage(routeArgs(request, { offerId })))
  return { requests: (body as { offer: { requests: Request[] } }).offer.requests, text: JSON.stringify(body) }
}

describe('asking somebody for a word', () => {
  test('approves the match once, keeps the sentence, and hides who it is', async () => {
    const { profile, account } = await person()
    const answers = await Promise.all([ask(profile.id), ask(profile.id)])
    expect(answers.map(({ status }) => status).filter((status) => status === 302).length).toBeGreaterThan(0)
    expect((await ask(profile.id)).headers.get('Location')).toBe(
      `/structure/offres/${offerId}?fait=contact#contacts`,
    )
    const match = await db().match.findFirstOrThrow({ where: { offerId, profileId: profile.id } })
    expect(match.state).toBe('approved')
    expect(await db().contactRequest.findMany({ where: { matchId: match.id } })).toMatchObject([
      { sentence: SENTENCE, organisationId: recruiter.organisationId, agreedAt: null },
    ])
    expect(await db().matchChange.findMany({ where: { matchId: match.id } })).toMatchObject([
      { action: 'ask', toState: 'approved', accountId: recruiter.account.id },
    ])
    const told = (await listEvents()).filter(({ type }) => type === 'match.approved')
    expect(told).toContainEqual({ type: 'match.approved', payload: { matchId: match.id } })
    const { requests, text } = await follow()
    expect(requests).toMatchObject([{ name: null, contact: null, state: 'waiting', sentence: SENTENCE }])
    for (const secret of ['Zzyzx', account.phone ?? 'Zzyzx', profile.id]) expect(text).not.toContain(secret)
  })

  test('takes up the proposal that stands already', async () => {
    const { profile } = await person()
    const { id } = await createMatch({ offerId, profileId: profile.id })
    expect((await ask(profile.id)).status).toBe(302)
    expect(await db().match.findUnique({ where: { id } })).toMatchObject({ state: 'approved', version: 2 })
  })

  const REFUSED: [string, () => Promise<{ profile: { id: string } }>, RegExp][] = [
    ['who is hidden', () => person({ profile: { visibility: 'hidden' } }), /n’entre pas/],
    ['who is too far', () => person({ profile: { latitude: 43.3, longitude: 5.4 } }), /n’entre pas/],
    ['who accepts other kinds', () => person({ profile: { kinds: ['volunteering'] } }), /n’entre pas/],
    [
      'who is suspended',
      () => person({ account: { status: 'suspended', suspensionReason: 'reasoned_decision' } }),
      /n’entre pas/,
    ],
    ['who said stop', () => person({ account: { channel: 'none' } }), /n’entre pas/],
    ['whose budget is spent', () => person({ account: { monthlySolicitations: 0 } }), /messages du mois/],
  ]
  test.each(REFUSED)('%s is refused, keeps what was typed, and writes nothing', async (_, make, words) => {
    const { profile } = await make()
    const before = await countRows()
    const { status, body } = await ask(profile.id)
    expect(status).toBe(409)
    expect(body).toMatchObject({ values: { sentence: SENTENCE }, formErrors: [expect.stringMatching(words)] })
    expect(await countRows()).toEqual(before)
  })

  test.each(['approved', 'notified', 'interested', 'declined', 'applied'] as const)(
    'whose match is %s is not asked again',
    async (state) => {
      const { profile } = await person()
      await createMatch({ offerId, profileId: profile.id, state })
      const { status, body } = await ask(profile.id)
      expect(status).toBe(409)
      expect(body).toMatchObject({ formErrors: [expect.stringContaining('déjà reçu')] })
      expect(await db().contactRequest.count({ where: { match: { profileId: profile.id } } })).toBe(0)
    },
  )

  test('for a reserved offer is refused alike, whoever is in its situations and whoever is not', async () => {
    const { id } = await ownOffer({ details: OFFER_DETAILS.clause })
    const inside = await person({ profile: { eligiblePublics: ['minimum_benefits'] } })
    const outside = await person({ profile: { eligiblePublics: [] } })
    await createMatch({ offerId: id, profileId: inside.profile.id, state: 'approved' })
    const [one, other] = [
      await ask(inside.profile.id, { offerId: id }),
      await ask(outside.profile.id, { offerId: id }),
    ]
    expect([one.status, one.body]).toEqual([403, other.body])
    expect(other.status).toBe(403)
    const reference = named(inside.profile.id)
    const path = `/structure/contact/${reference}`
    const { body } = await answerOf(() => loader(routeArgs(requestTo(path, { cookie }), { reference })))
    expect((body as { offers: { value: string }[] }).offers.map(({ value }) => value)).toEqual([offerId])
  })

  test('with a telephone in the sentence says what to take away', async () => {
    const { profile } = await person()
    const { status, body } = await ask(profile.id, { sentence: 'Appelez le 06 39 98 00 01' })
    expect(status).toBe(422)
    expect(body).toMatchObject({ errors: { sentence: [expect.stringContaining('06 39 98 00 01')] } })
  })

  test('under another organisation’s reference, for another’s offer, or by an unverified one is not found', async () => {
    const { profile } = await person()
    const other = await createRecruiter()
    const reference = personReference(other.organisationId, profile.id)
    const read = (path: string, as: string) =>
      answerOf(() =>
        loader(routeArgs(requestTo(`/structure/contact/${path}`, { cookie: as }), { reference: path })),
      )
    expect((await read(reference, cookie)).status).toBe(404)
    expect((await read(profile.id, cookie)).status).toBe(404)
    expect((await read(named(profile.id), cookie)).status).toBe(200)
    for (const id of [(await createOffer()).id, unknownId(), 'x'])
      expect((await ask(profile.id, { offerId: id })).status).toBe(404)
    await db().organisation.update({ where: { id: recruiter.organisationId }, data: { state: 'pending' } })
    expect((await read(named(profile.id), cookie)).status).toBe(404)
    expect((await ask(profile.id)).status).toBe(403)
  })
})

describe('the person who is asked', () => {
  const asked = async () => {
    const { profile, account } = await person()
    await ask(profile.id)
    const row = await findMatchOfPair(db(), { kind: 'system' }, { offerId, profileId: profile.id })
    if (!row) throw new Error('nobody was asked')
    const { token } = await createAnswerLink({ match: row })
    await db().match.update({ where: { id: row.id }, data: { state: 'notified', version: 3 } })
    const path = `/r/${token}`
    return {
      account,
      profile,
      matchId: row.id,
      read: () => answerOf(() => linkPage(routeArgs(requestTo(path), { token }))),
      answer: (answer: string) =>
        answerOf(() => answerLink(routeArgs(requestTo(path, { form: { answer } }), { token }))),
    }
  }

  test('reads who asks and in which words, and what a yes lets them see; then the organisation sees it', async () => {
    const { account, profile, read, answer, matchId } = await asked()
    const organisation = await db().organisation.findUniqueOrThrow({
      where: { id: recruiter.organisationId },
    })
    expect((await read()).body).toMatchObject({
      asked: { organisationName: organisation.name, sentence: SENTENCE, isAgreed: false },
    })
    expect((await follow()).requests).toMatchObject([{ state: 'asked', name: null, contact: null }])
    expect((await answer('interested')).status).toBe(302)
    expect((await read()).body).toMatchObject({
      state: 'used',
      asked: { organisationName: organisation.name, isAgreed: true },
    })
    expect((await db().contactRequest.findUniqueOrThrow({ where: { matchId } })).agreedAt).not.toBeNull()
    const { requests } = await follow()
    expect(requests).toMatchObject([
      { state: 'agreed', name: 'Ginette Zzyzx', contact: { phone: { e164: account.phone } } },
    ])
    const lines = await db().accessLog.findMany({ where: { profileId: profile.id, purpose: 'contact' } })
    expect(lines).toMatchObject([
      { accountId: recruiter.account.id, organisationId: recruiter.organisationId },
    ])
  })

  test('agrees, and takes it back, on the page of her own offers, which says what is then seen', async () => {
    const { account, matchId, answer } = await asked()
    const as = await signIn(account.id)
    const say = async (form: Record<string, string>) =>
      (
        await answerOf(() =>
          ownAction(routeArgs(requestTo('/mes-offres', { cookie: as, form: { matchId, ...form } }))),
        )
      ).headers.get('Location')
    const read = () => ownOffers(routeArgs(requestTo('/mes-offres', { cookie: as })))
    const { id: requestId } = await db().contactRequest.findUniqueOrThrow({ where: { matchId } })
    const told = { requestId, sentence: SENTENCE, isAgreed: false }
    expect((await read()).proposed).toMatchObject([{ matchId, asked: told }])

    expect(await say({ intent: 'accept' })).toBe('/mes-offres?fait=interesse')
    expect((await follow()).requests).toMatchObject([{ state: 'asked', name: null, contact: null }])
    expect((await read()).proposed).toMatchObject([{ isInterested: true, asked: told }])

    expect(await say({ intent: 'accept', requestId })).toBe('/mes-offres?fait=accord')
    expect((await follow()).requests).toMatchObject([{ state: 'agreed', name: 'Ginette Zzyzx' }])
    expect((await read()).proposed).toMatchObject([{ asked: { isAgreed: true } }])

    expect(await say({ intent: 'decline' })).toBe('/mes-offres?fait=non')
    expect((await follow()).text).not.toContain('Zzyzx')
    expect((await read()).declined).toMatchObject([{ matchId, asked: told }])
    await say({ intent: 'accept' })
    expect((await follow()).text).not.toContain('Zzyzx')
    await answer('declined')
    await say({ intent: 'accept', requestId: unknownId() })
    expect((await follow()).text).not.toContain('Zzyzx')
  })

  test.each(['declined', 'stop'])('answers %s, and nobody reads who she is', async (answer) => {
    const { answer: say } = await asked()
    expect((await say(answer)).status).toBe(302)
    const { requests, text } = await follow()
    expect(requests[0]).toMatchObject({ name: null, contact: null })
    expect(text).not.toContain('Zzyzx')
  })
})
