import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offerFormSchema } from '#app/domain/offer.schema.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { OFFER_DETAILS, offerContent } from '#tests/factories/offer-content.ts'
import { offerForm, type RawOfferForm } from '#tests/factories/offer-form.ts'

const TODAY = '2026-06-01'
const parse = (kind: OfferKind, overrides: RawOfferForm = {}) =>
  parseForm(offerFormSchema(kind, TODAY), offerForm(kind, overrides))

const errorsOf = (kind: OfferKind, overrides: RawOfferForm) => {
  const parsed = parse(kind, overrides)
  return parsed.ok ? {} : parsed.state.errors
}

test.each(OFFER_KINDS)('a filled-in form of kind %s is the offer it says', (kind) => {
  const parsed = parse(kind)
  const { communeCode: _, ...content } = offerContent(kind)
  expect(parsed).toEqual({
    ok: true,
    value: { place: { typed: 'Laon', chosenCode: null }, content },
  })
})

test.each(OFFER_KINDS)('kind %s keeps its own fields and no others', (kind) => {
  const everything = Object.assign({}, ...OFFER_KINDS.map((other) => offerForm(other)), offerForm(kind))
  const parsed = parseForm(offerFormSchema(kind, TODAY), { ...everything, forged: 'x', state: 'published' })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.state.errors))
  expect(parsed.value.content.details).toEqual(OFFER_DETAILS[kind])
  expect(Object.keys(parsed.value.content).sort()).toEqual(
    Object.keys(offerContent(kind))
      .filter((key) => key !== 'communeCode')
      .sort(),
  )
})

test.each(OFFER_KINDS)('an empty form of kind %s asks for what is needed, in French', (kind) => {
  const parsed = parseForm(offerFormSchema(kind, TODAY), {})
  if (parsed.ok) throw new Error('accepted')
  const { errors } = parsed.state
  expect(Object.keys(errors)).toEqual(expect.arrayContaining(['title', 'description', 'commune']))
  for (const sentences of Object.values(errors))
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÉÀ].*\.$/)
  expect(Object.keys(errors)).not.toContain('pay')
})

const REFUSED: [string, OfferKind, RawOfferForm, string, RegExp][] = [
  ['no title', 'job', { title: '' }, 'title', /Écrivez un titre/],
  ['a short title', 'job', { title: 'Chef' }, 'title', /5 caractères/],
  ['a long title', 'job', { title: 'a'.repeat(121) }, 'title', /120 caractères au plus. Il y en a 121/],
  ['a title of emoji', 'job', { title: '🍎🍎🍎🍎🍎🍎' }, 'title', /avec des mots/],
  ['a title of figures', 'job', { title: '1234567' }, 'title', /avec des mots/],
  ['a short description', 'job', { description: 'Travail.' }, 'description', /au moins 30/],
  [
    '20,000 characters',
    'job',
    { description: 'a'.repeat(20_000) },
    'description',
    /5\s?000 caractères au plus. Il y en a 20\s?000/,
  ],
  ['a short mission', 'volunteering', { description: 'a'.repeat(299) }, 'description', /au moins 300/],
  ['no commune', 'job', { commune: '' }, 'commune', /code postal/],
  ['dates reversed', 'job', { startsOn: '2026-09-01', endsOn: '2026-08-01' }, 'endsOn', /avant le début/],
  ['an end gone by', 'seasonal', { endsOn: '2026-05-31', startsOn: '' }, 'endsOn', /passée/],
  ['a day that is none', 'job', { startsOn: '2026-02-30' }, 'startsOn', /existe pas/],
  ['a word for a day', 'job', { startsOn: 'demain' }, 'startsOn', /existe pas/],
  ['a start in ten years', 'job', { startsOn: '2036-01-01' }, 'startsOn', /deux ans/],
  ['49 hours', 'job', { hoursPerWeek: '49' }, 'hoursPerWeek', /48/],
  ['48 hours and a minute', 'job', { hoursPerWeek: '48 h 01' }, 'hoursPerWeek', /48/],
  ['0 hours', 'clause', { hoursPerWeek: '0' }, 'hoursPerWeek', /plus de 0/],
  ['hours in words', 'seasonal', { hoursPerWeek: 'temps plein' }, 'hoursPerWeek', /nombre/],
  ['minus one position', 'job', { positions: '-1' }, 'positions', /nombre/],
  ['0 positions', 'job', { positions: '0' }, 'positions', /au moins 1/],
  ['501 positions', 'job', { positions: '501' }, 'positions', /500/],
  ['half a position', 'job', { positions: '1,5' }, 'positions', /entier/],
  ['31 days', 'job', { replyDelayDays: '31' }, 'replyDelayDays', /30/],
  ['an unknown contract', 'job', { contract: 'esclavage' }, 'contract', /contrat/],
  ['no contract', 'clause', { contract: '' }, 'contract', /contrat/],
  ['no public', 'clause', { eligiblePublics: [] }, 'eligiblePublics', /au moins une/],
  ['an unknown public', 'clause', { eligiblePublics: ['martiens'] }, 'eligiblePublics', /liste/],
  ['a forged slot', 'job', { slots: ['lundi'] }, 'slots', /grille/],
  ['a forged occupation', 'job', { occupationCode: "' or 1=1" }, 'occupationCode', /liste/],
  ['no season', 'seasonal', { season: '' }, 'season', /saison/],
  ['no crop', 'seasonal', { crop: ' ' }, 'crop', /culture/],
  ['an unknown field', 'volunteering', { field: 'x' }, 'field', /domaine/],
  ['nobody to welcome', 'volunteering', { welcomeReferent: '' }, 'welcomeReferent', /accueille/],
]

describe('what is refused', () => {
  test.each(REFUSED)('%s (%s)', (_, kind, overrides, field, sentence) => {
    const errors = errorsOf(kind, overrides)
    expect(Object.keys(errors)).toEqual([field])
    expect(errors[field]?.join(' ')).toMatch(sentence)
  })
})

test('reversed dates are told together with other faults', () => {
  const errors = errorsOf('job', { title: '', startsOn: '2026-09-01', endsOn: '2026-08-01' })
  expect(Object.keys(errors).sort()).toEqual(['endsOn', 'title'])
})

test('what may be left open is: hours, positions, and what a mission tells besides its description', () => {
  const parsed = parse('job', { hoursPerWeek: '', positions: '' })
  if (!parsed.ok) throw new Error('refused')
  expect(parsed.value.content).toMatchObject({ hoursPerWeek: null, positions: 1 })
  const open = { course: '', aims: '', skillsDeveloped: '', suitableProfiles: '', nextSteps: '' }
  expect(parse('volunteering', open)).toMatchObject({ ok: true })
  const market = { lot: '', buyer: '', contractor: '', plannedHours: '', facilitator: '' }
  expect(parse('clause', market)).toMatchObject({
    ok: true,
    value: { content: { details: { buyer: '', plannedHours: 0 } } },
  })
})

test('numbers and days are read as people write them', () => {
  const parsed = parse('job', { hoursPerWeek: '17 h 30', startsOn: '3/6/2026', endsOn: '' })
  if (!parsed.ok) throw new Error('refused')
  expect(parsed.value.content).toMatchObject({ hoursPerWeek: 17.5, startsOn: '2026-06-03', endsOn: null })
  const comma = parse('job', { hoursPerWeek: '17,5' })
  expect(comma.ok && comma.value.content.hoursPerWeek).toBe(17.5)
})

test('HTML stays plain text, control characters and direction overrides go', () => {
  const html = '<script>alert(1)</script> <b>Aide</b> de cuisine & service, avec les légumes'
  const parsed = parse('job', {
    title: `${html.slice(0, 60)}\u202e\u0007`,
    description: `${html}\r\n\n\n\nFin`,
  })
  if (!parsed.ok) throw new Error('refused')
  expect(parsed.value.content.title).toBe(html.slice(0, 60).trim())
  expect(parsed.value.content.description).toBe(`${html}\n\nFin`)
})

test('a field sent twice counts once, a list is read from one or several values', () => {
  const parsed = parse('job', {
    title: ['Aide de cuisine', 'Autre'],
    slots: 'mon_morning',
    skills: ['a', 'a', ''],
  })
  if (!parsed.ok) throw new Error('refused')
  expect(parsed.value.content).toMatchObject({
    title: 'Aide de cuisine',
    slots: ['mon_morning'],
    skills: ['a'],
  })
})

test('whatever is sent, an answer comes: an offer or sentences beside known fields', () => {
  const names = Object.keys(Object.assign({}, ...OFFER_KINDS.map((kind) => offerForm(kind))))
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.string(), { maxLength: 3 }))
  const form = fc.dictionary(fc.constantFrom(...names), value)
  fc.assert(
    fc.property(fc.constantFrom(...OFFER_KINDS), form, (kind, raw) => {
      const parsed = parseForm(offerFormSchema(kind, TODAY), { ...offerForm(kind), ...raw })
      if (!parsed.ok) for (const field of Object.keys(parsed.state.errors)) expect(names).toContain(field)
      else expect(parsed.value.content.hoursPerWeek ?? 1).toBeLessThanOrEqual(48)
    }),
  )
})
