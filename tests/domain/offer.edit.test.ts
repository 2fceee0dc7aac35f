import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { contentOf, copiedContent, hasSameContent } from '#app/domain/offer.draft.ts'
import { decideEdit } from '#app/domain/offer.edit.ts'
import { differingFields, formValuesOf } from '#app/domain/offer.form-values.ts'
import { decidePublish } from '#app/domain/offer.publish.ts'
import { offerFormSchema } from '#app/domain/offer.schema.ts'
import { OFFER_KINDS, OFFER_STATES, type Offer, type OfferContent } from '#app/domain/offer.ts'
import { COMMUNES } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { buildOffer, offerContent } from '#tests/factories/offer-content.ts'

const { organisationId, territoryId } = buildOffer()
const actor: Actor = { kind: 'recruiter', accountId: 'a', organisationId: organisationId ?? '', territoryId }
const FLAGGED = 'Nous cherchons une personne de moins de 30 ans pour la cuisine.'

const edit = (offer: Offer, changes: Partial<OfferContent>) =>
  decideEdit(offer, {
    content: { ...contentOf(offer), ...changes },
    position: COMMUNES.hirson,
    actor,
    now: NOW,
  })

describe('editing', () => {
  test.each(OFFER_STATES)('flagged words in an offer that is %s', (state) => {
    const decision = edit(buildOffer({ state }), { description: FLAGGED })
    if (['filled', 'expired', 'withdrawn', 'refused'].includes(state))
      return expect(decision).toMatchObject({ refusal: { code: 'transition_impossible' } })
    const isSeen = state === 'published' || state === 'suspended'
    expect(decision).toMatchObject({
      value: {
        offer: {
          state: isSeen ? 'in_review' : state,
          flags: state === 'draft' ? [] : ['age'],
          description: FLAGGED,
          version: 2,
        },
        change: { action: isSeen ? 'flag' : 'edit' },
      },
    })
  })
  test('words that an officer let through do not send it back again', () => {
    const offer = buildOffer({ description: FLAGGED })
    expect(edit(offer, { title: 'Aide de cuisine du midi' })).toMatchObject({
      value: { offer: { state: 'published' }, events: [{ type: 'offer.edited' }] },
    })
    expect(edit(offer, { title: 'Jeune homme en cuisine' })).toMatchObject({
      value: { offer: { state: 'in_review' }, events: [{ type: 'offer.submitted' }] },
    })
  })
  test('a draft is no fact to tell, and what did not change is not saved', () => {
    expect(edit(buildOffer({ state: 'draft' }), { title: 'Autre titre' })).toMatchObject({
      value: { events: [] },
    })
    const offer = buildOffer()
    expect(edit(offer, {})).toMatchObject({ value: { offer: { version: 1 }, events: [] } })
  })
  test('an offer without position gets its commune’s, though nothing else changed', () => {
    const { latitude, longitude } = COMMUNES.hirson
    expect(edit(buildOffer({ latitude: null, longitude: null }), {})).toMatchObject({
      value: { offer: { latitude, longitude, version: 2 }, events: [{ type: 'offer.edited' }] },
    })
  })
  test('a new commune moves the offer, the same one leaves it where it is', () => {
    const { latitude, longitude } = COMMUNES.hirson
    expect(edit(buildOffer(), { communeCode: '02381' })).toMatchObject({
      value: { offer: { latitude, longitude } },
    })
    expect(edit(buildOffer(), { title: 'Autre titre' })).toMatchObject({
      value: { offer: { latitude: COMMUNES.laon.latitude } },
    })
  })
  test('an offer keeps its kind', () => {
    expect(edit(buildOffer(), { details: offerContent('seasonal').details })).toMatchObject({
      refusal: { code: 'invalid_input' },
    })
  })
  test('nobody edits the offer of another', () => {
    const offer = buildOffer({ organisationId: 'another' })
    expect(edit(offer, { title: 'Autre titre' })).toMatchObject({ ok: false })
  })
})

describe('publishing', () => {
  const draft = (more: Partial<Offer> = {}) => buildOffer({ state: 'draft', ...more })
  const publish = (offer: Offer, more: Partial<Parameters<typeof decidePublish>[1]> = {}) =>
    decidePublish(offer, {
      actor,
      now: NOW,
      lifetimeDays: 60,
      organisationState: 'verified',
      standing: [],
      isConfirmed: false,
      ...more,
    })

  test('goes on line at once, or to review: first offer, flagged words', () => {
    expect(publish(draft())).toMatchObject({ value: { offer: { state: 'published', flags: [] } } })
    expect(publish(draft(), { organisationState: 'pending' })).toMatchObject({
      value: { offer: { state: 'in_review', flags: [] } },
    })
    expect(publish(draft({ description: FLAGGED }))).toMatchObject({
      value: { offer: { state: 'in_review', flags: ['age'] } },
    })
  })
  test('a closed organisation publishes nothing', () => {
    expect(publish(draft(), { organisationState: 'closed' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })
  test('a twin is told, and both stand once it is confirmed', () => {
    const twin = buildOffer({ id: 'twin', title: 'AIDE DE CUISINE en restaurant scolaire' })
    expect(publish(draft(), { standing: [twin] })).toMatchObject({
      refusal: { code: 'offer_duplicate', fields: { twinId: ['twin'] } },
    })
    expect(publish(draft(), { standing: [twin], isConfirmed: true })).toMatchObject({ ok: true })
    expect(publish(draft(), { standing: [draft()] })).toMatchObject({ ok: true })
  })
})

describe('copying', () => {
  test('moves the dates on by whole years until the offer lies ahead', () => {
    const content = offerContent('seasonal', { startsOn: '2023-09-01', endsOn: '2023-10-15' })
    expect(copiedContent(content, '2026-06-01')).toMatchObject({
      startsOn: '2026-09-01',
      endsOn: '2026-10-15',
    })
    expect(copiedContent(content, '2026-10-15')).toMatchObject({
      startsOn: '2027-09-01',
      endsOn: '2027-10-15',
    })
  })
  test('a season that is going on is copied for the next one; what begins today stays', () => {
    const content = offerContent('seasonal', { startsOn: '2026-09-01', endsOn: '2026-10-15' })
    const next = { startsOn: '2027-09-01', endsOn: '2027-10-15' }
    expect(copiedContent(content, '2026-09-02')).toMatchObject(next)
    expect(copiedContent(content, '2026-09-01')).toMatchObject({ startsOn: '2026-09-01' })
    expect(copiedContent({ ...content, startsOn: null }, '2026-10-14').endsOn).toBe('2026-10-15')
    expect(copiedContent({ ...content, startsOn: null }, '2026-10-15').endsOn).toBe('2027-10-15')
  })
  test('a leap day falls on the 28th, no date stays no date, the rest is the same', () => {
    const leap = offerContent('job', { startsOn: '2024-02-29', endsOn: null })
    expect(copiedContent(leap, '2024-06-01').startsOn).toBe('2025-02-28')
    const open = offerContent('job', { startsOn: null, endsOn: null })
    expect(hasSameContent(copiedContent(open, '2026-06-01'), open)).toBe(true)
  })
  test('a copy holds no state, date or name of the offer', () => {
    expect(Object.keys(copiedContent(buildOffer(), '2026-06-01')).sort()).toEqual(
      Object.keys(offerContent()).sort(),
    )
  })
})

describe('the form of an offer', () => {
  test.each(OFFER_KINDS)('shows kind %s so that sending it back changes nothing', (kind) => {
    const content = offerContent(kind, {
      hoursPerWeek: 17.5,
      licences: ['B', 'CACES-R489-3'],
      skills: ['eplucher-couper'],
      occupationCode: 'G1602',
      hasLodging: true,
    })
    const written = kind === 'volunteering' ? { ...content, pay: null } : content
    const parsed = offerFormSchema(kind, '2026-06-01').safeParse(formValuesOf(written, 'Laon (02000)'))
    expect(parsed.error?.issues).toBeUndefined()
    expect(parsed.data?.place).toEqual({ typed: 'Laon (02000)', chosenCode: '02408' })
    expect({ ...parsed.data?.content, communeCode: '02408' }).toEqual(written)
  })
  test('names the fields in which two forms differ', () => {
    const present = formValuesOf(offerContent('job'), 'Laon (02000)')
    expect(differingFields(present, { ...present, description: `${present.description}\r\n` })).toEqual([])
    expect(differingFields(present, { ...present, title: 'Autre', slots: [] })).toEqual(['title', 'slots'])
  })
})
