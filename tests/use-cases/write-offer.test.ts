import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { newId } from '#app/system/id.server.ts'
import { createOffer } from '#app/use-cases/create-offer.server.ts'
import { publishOffer } from '#app/use-cases/publish-offer.server.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { draft, eventsOf, recruiterOf, rowOf, written } from '#tests/factories/written-offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
beforeAll(async () => {
  await createCommunes()
  await createReferences()
})

describe('writing an offer', () => {
  test.each(OFFER_KINDS)('of kind %s makes a draft at its commune, told to nobody', async (kind) => {
    const actor = await recruiterOf()
    const offerId = newId()
    const result = await createOffer({ actor, offerId, now: NOW, ...written(kind) })
    expect(result).toMatchObject({ ok: true })
    const row = await rowOf(offerId)
    expect(row).toMatchObject({
      kind,
      state: 'draft',
      version: 1,
      organisationId: actor.organisationId,
      communeCode: '02408',
      latitude: COMMUNES.laon.latitude,
      longitude: COMMUNES.laon.longitude,
      publishedAt: null,
    })
    expect(row.changes).toMatchObject([{ action: 'create', toState: 'draft', accountId: actor.accountId }])
    expect(await eventsOf(offerId)).toEqual([])
  })

  test.each([
    ['Atlantide', 'commune', /ne connaissons pas/],
    ['99999', 'commune', /ne connaissons pas/],
    ["'; drop table offer; --", 'commune', /ne connaissons pas/],
    ['02140', 'communeCode', /Plusieurs communes/],
  ])('at "%s" is refused beside %s', async (typed, field, sentence) => {
    const actor = await recruiterOf()
    const offerId = newId()
    const result = await createOffer({
      actor,
      offerId,
      now: NOW,
      ...written('job', {}, { typed, chosenCode: null }),
    })
    expect(result).toMatchObject({
      refusal: { code: 'invalid_input', fields: { [field]: [expect.stringMatching(sentence)] } },
    })
    expect(await db().offer.count({ where: { id: offerId } })).toBe(0)
  })

  test.each([
    ['Guignicourt', null, '02360'],
    ['chateau thierry', null, '02168'],
    ['02140', '02321', '02321'],
    ['', '02381', '02381'],
  ])('at "%s" (picked: %s) places it at %s', async (typed, chosenCode, communeCode) => {
    const actor = await recruiterOf()
    const result = await createOffer({
      actor,
      offerId: newId(),
      now: NOW,
      ...written('job', {}, { typed, chosenCode }),
    })
    expect(result).toMatchObject({ value: { communeCode } })
  })

  test('with codes that stand for nothing is refused beside their fields', async () => {
    const changes = { occupationCode: 'N9999', licences: ['B', 'X'], skills: ['voler'] }
    const result = await createOffer({
      actor: await recruiterOf(),
      offerId: newId(),
      now: NOW,
      ...written('job', changes),
    })
    expect(result).toMatchObject({ refusal: { code: 'invalid_input' } })
    expect(result.ok ? [] : Object.keys(result.refusal.fields).sort()).toEqual([
      'licences',
      'occupationCode',
      'skills',
    ])
  })

  test('sent twice at once is one draft', async () => {
    const actor = await recruiterOf()
    const offerId = newId()
    const send = () => createOffer({ actor, offerId, now: NOW, ...written() })
    const results = await Promise.all([send(), send(), send()])
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
    expect((await rowOf(offerId)).changes).toHaveLength(1)
  })

  test('sent again with other words keeps the last ones; never over another organisation’s offer', async () => {
    const actor = await recruiterOf()
    const offer = await draft(actor)
    const again = { offerId: offer.id, now: NOW, ...written('job', { title: 'Aide de cuisine, le soir' }) }
    expect(await createOffer({ actor, ...again })).toMatchObject({ ok: true })
    expect(await rowOf(offer.id)).toMatchObject({ title: 'Aide de cuisine, le soir', version: 2 })
    expect(await createOffer({ actor: await recruiterOf(), ...again })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  test('by a closed organisation is refused', async () => {
    const result = await createOffer({
      actor: await recruiterOf('closed'),
      offerId: newId(),
      now: NOW,
      ...written(),
    })
    expect(result).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})

describe('publishing an offer', () => {
  test('puts a verified organisation’s draft on line at once, for 60 days', async () => {
    const actor = await recruiterOf()
    const { id } = await draft(actor)
    expect(await publishOffer({ actor, offerId: id, version: 1, now: NOW })).toMatchObject({
      value: { state: 'published' },
    })
    expect(await rowOf(id)).toMatchObject({
      state: 'published',
      publishedAt: NOW,
      expiresAt: new Date('2026-07-31T08:00:00Z'),
    })
    expect(await eventsOf(id)).toEqual(['offer.published'])
  })

  test('hands a first offer, and flagged words, to an officer', async () => {
    const newcomer = await recruiterOf('pending')
    const first = await draft(newcomer)
    await publishOffer({ actor: newcomer, offerId: first.id, version: 1, now: NOW })
    expect(await rowOf(first.id)).toMatchObject({ state: 'in_review', flags: [], publishedAt: null })
    const actor = await recruiterOf()
    const flagged = await draft(actor, {
      description: 'Recherche jeune homme pour la plonge, 06 39 98 12 34.',
    })
    await publishOffer({ actor, offerId: flagged.id, version: 1, now: NOW })
    expect(await rowOf(flagged.id)).toMatchObject({ state: 'in_review', flags: ['youth', 'contact'] })
    expect(await eventsOf(flagged.id)).toEqual(['offer.submitted'])
  })

  test('clicked twice, at once or later, is done once', async () => {
    const actor = await recruiterOf()
    const { id } = await draft(actor)
    const click = () => publishOffer({ actor, offerId: id, version: 1, now: NOW })
    for (const result of await Promise.all([click(), click(), click()]))
      expect(result).toMatchObject({ value: { state: 'published', version: 2 } })
    expect(await click()).toMatchObject({ value: { state: 'published', version: 2 } })
    expect(await eventsOf(id)).toEqual(['offer.published'])
  })

  test('beside a twin asks first, publishes both once confirmed', async () => {
    const actor = await recruiterOf()
    const first = await draft(actor)
    await publishOffer({ actor, offerId: first.id, version: 1, now: NOW })
    const second = await draft(actor, { title: 'AIDE DE CUISINE en restaurant scolaire !' })
    const publish = (isConfirmed: boolean) =>
      publishOffer({ actor, offerId: second.id, version: 1, now: NOW, isConfirmed })
    expect(await publish(false)).toMatchObject({
      refusal: { code: 'offer_duplicate', fields: { twinId: [first.id] } },
    })
    expect(await rowOf(second.id)).toMatchObject({ state: 'draft', version: 1 })
    expect(await publish(true)).toMatchObject({ value: { state: 'published' } })
  })

  test('two twins at once are one, and a question', async () => {
    const actor = await recruiterOf()
    const drafts = [await draft(actor), await draft(actor)]
    const results = await Promise.all(
      drafts.map(({ id }) => publishOffer({ actor, offerId: id, version: 1, now: NOW })),
    )
    expect(results.map((result) => (result.ok ? 'published' : result.refusal.code)).sort()).toEqual([
      'offer_duplicate',
      'published',
    ])
  })

  test('the same title in another commune is another offer', async () => {
    const actor = await recruiterOf()
    const here = await draft(actor)
    await publishOffer({ actor, offerId: here.id, version: 1, now: NOW })
    const there = await createOffer({
      actor,
      offerId: newId(),
      now: NOW,
      ...written('job', {}, { typed: 'Hirson', chosenCode: null }),
    })
    if (!there.ok) throw new Error('refused')
    expect(await publishOffer({ actor, offerId: there.value.id, version: 1, now: NOW })).toMatchObject({
      ok: true,
    })
  })
})
