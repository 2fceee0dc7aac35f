import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { listMatchOffers, listMatchPeople } from '#app/db/match-candidates.server.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import type { EligiblePublic } from '#app/domain/offer.ts'
import { loader as ownData } from '#app/routes/mes-donnees[.]json.ts'
import { action as answerQuestion, loader as question } from '#app/routes/mon-profil.$question.tsx'
import { loader as offerPage } from '#app/routes/offres.$offerId._index.tsx'
import { eraseAccount } from '#app/use-cases/erase-account.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'
import { createTestWorker, type TestWorker } from '#tests/workers/worker-context.ts'

useTestDatabase()

let worker: TestWorker
beforeAll(async () => {
  await createCommunes()
  await createReferences()
})
beforeEach(async () => {
  worker = createTestWorker()
  await db().$executeRaw`truncate outbox_event, match, offer, profile, account cascade`
})

/** Somebody as registering leaves her, and an offer reserved to these publics that fits but for that. */
async function newcomer(eligiblePublics: EligiblePublic[] = ['disabled_worker', 'long_term_jobseeker']) {
  const candidate = await createCandidate({ profile: { eligiblePublics: [] } })
  const { id: offerId } = await createOffer({
    occupationCode: OCCUPATIONS.kitchenHelp.romeCode,
    details: { ...OFFER_DETAILS.clause, eligiblePublics },
  })
  const cookie = await signIn(candidate.account.id)
  const read = () => db().profile.findUniqueOrThrow({ where: { id: candidate.profile.id } })
  const args = (form?: Record<string, string | string[]>) =>
    routeArgs(requestTo('/mon-profil/situation', { cookie, form }), { question: 'situation' })
  return {
    ...candidate,
    cookie,
    offerId,
    read,
    ask: () => question(args()),
    say: async (form: Record<string, string | string[]>) =>
      answerOf(async () => answerQuestion(args({ version: String((await read()).version), ...form }))),
    gates: async () => {
      const [[person], [offer]] = [
        await listMatchPeople([candidate.profile.id]),
        await listMatchOffers([offerId], 80),
      ]
      if (!person || !offer) throw new Error('the pair is known')
      return closedGates(person, offer, '2026-06-01')
    },
    ownMatch: async () => {
      const request = requestTo(`/offres/${offerId}`, { cookie })
      const { body } = await answerOf(() => offerPage(routeArgs(request, { offerId })))
      return (body as { offer: { ownMatch: { isOutside: boolean; missing: string[] } } }).offer.ownMatch
    },
    proposed: async () => {
      await worker.runAll()
      return db().match.count({ where: { offerId, profileId: candidate.profile.id, state: 'proposed' } })
    },
  }
}

describe('an offer that the law reserves', () => {
  test('is proposed to who says a situation it names, and not before', async () => {
    const { say, gates, proposed, ownMatch, profile } = await newcomer()
    expect(await gates()).toEqual(['eligibility'])
    expect(await proposed()).toBe(0)
    expect((await ownMatch()).isOutside).toBe(true)
    const since = (await listEvents()).length
    expect((await say({ situations: ['long_term_jobseeker'] })).headers.get('Location')).toBe(
      '/mon-profil?garde',
    )
    expect((await listEvents()).slice(since)).toEqual([
      { type: 'profile.changed', payload: { profileId: profile.id } },
    ])
    expect(await gates()).toEqual([])
    expect(await proposed()).toBe(1)
    expect(await ownMatch()).toMatchObject({ isOutside: false, missing: [] })
  })

  test.each<[string, Record<string, string | string[]>]>([
    ['another situation', { situations: 'minimum_benefits' }],
    ['none of them', { situations: 'none' }],
    ['nothing', {}],
    ['"I would rather not say", whatever is ticked', { situations: 'disabled_worker', intent: 'unknown' }],
  ])('stays closed to who says %s', async (_, form) => {
    const { say, gates, proposed, ownMatch } = await newcomer()
    expect((await say(form)).status).toBe(302)
    expect(await gates()).toEqual(['eligibility'])
    expect(await proposed()).toBe(0)
    expect((await ownMatch()).isOutside).toBe(true)
  })

  test('is proposed no more once the answer is taken back', async () => {
    const { say, gates, proposed } = await newcomer()
    await say({ situations: ['disabled_worker'] })
    expect(await proposed()).toBe(1)
    await say({ intent: 'unknown' })
    expect(await gates()).toEqual(['eligibility'])
    expect(await proposed()).toBe(0)
  })
})

describe('what is told of one’s situation', () => {
  test('"none" is shown again as it was said; who would rather not say leaves no trace of having been asked', async () => {
    const { say, ask, read } = await newcomer()
    expect((await ask()).values).toEqual({ situations: [] })
    expect((await ask()).isMissing).toBe(false)
    await say({ situations: 'none' })
    expect((await ask()).values).toEqual({ situations: ['none'] })
    expect((await read()).answered).toEqual(['situation'])
    await say({ intent: 'unknown' })
    expect(await read()).toMatchObject({ eligiblePublics: [], answered: [] })
    expect((await ask()).values).toEqual({ situations: [] })
  })

  test('is agreed to by its answer alone, and no longer once taken back', async () => {
    const { say, account } = await newcomer()
    const agreed = () =>
      db().consent.findMany({
        where: { accountId: account.id, purpose: 'situation' },
        select: { how: true, recordedById: true, withdrawnHow: true },
      })
    await say({ situations: 'none' })
    expect(await agreed()).toEqual([])
    await say({ situations: 'disabled_worker' })
    expect(await agreed()).toEqual([{ how: 'online', recordedById: null, withdrawnHow: null }])
    await say({})
    expect(await agreed()).toEqual([{ how: 'online', recordedById: null, withdrawnHow: 'online' }])
  })

  test('is in the person’s own copy, and gone once the account is erased', async () => {
    const { say, cookie, actor, account } = await newcomer()
    await say({ situations: 'disabled_worker' })
    const copy = await ownData(routeArgs(requestTo('/mes-donnees.json', { cookie })))
    expect(await copy.json()).toMatchObject({ profile: [{ eligible_publics: ['disabled_worker'] }] })
    await eraseAccount({ actor, accountId: account.id, now: NOW })
    expect(await db().profile.count()).toBe(0)
    expect(await db().consent.count({ where: { purpose: 'situation' } })).toBe(0)
  })
})
