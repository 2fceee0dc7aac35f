import { describe, expect, test } from 'vitest'
import { offerFormSchema } from '#app/domain/offer.schema.ts'
import { startingValues } from '#app/domain/offer.start.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { offerContent } from '#tests/factories/offer-content.ts'

const TODAY = '2026-06-01'
const SETTING = {
  organisationName: 'Ferme de Bruyères',
  commune: { text: 'Laon (02000)', code: '02408' },
  replyDelayDays: 7,
  last: null,
}

/** What is left to write, with what a form begins with. */
const asked = (kind: OfferKind, last: Parameters<typeof startingValues>[1]['last'] = null) => {
  const parsed = parseForm(offerFormSchema(kind, TODAY), startingValues(kind, { ...SETTING, last }))
  return parsed.ok ? [] : Object.keys(parsed.state.errors).sort()
}

describe('the form of a first offer', () => {
  const LEFT: [OfferKind, string[]][] = [
    ['job', ['contract', 'description', 'title']],
    ['clause', ['description', 'market', 'title']],
    ['seasonal', ['crop', 'description', 'season', 'title']],
    ['volunteering', ['description', 'timeAsked', 'title', 'welcomeReferent']],
  ]
  test.each(LEFT)('of kind %s asks for %j and the commune, which is there already', (kind, fields) => {
    expect(asked(kind)).toEqual(fields)
    expect(fields.length + 1).toBeLessThanOrEqual(5)
  })

  test('reserves a clause for everybody whom the law names, so that nobody else is proposed', () => {
    const parsed = startingValues('clause', SETTING)
    expect(parsed).toMatchObject({ contract: 'cdd', contractor: 'Ferme de Bruyères', hoursPerWeek: '35' })
    expect(parsed.eligiblePublics).toHaveLength(5)
  })
})

describe('the form of another offer', () => {
  const last = (kind: OfferKind) => ({
    content: offerContent(kind, { replyDelayDays: 3, licences: ['B'], skills: ['x'], hoursPerWeek: 20 }),
    communeText: 'Vervins (02140)',
  })

  test.each(OFFER_KINDS)('of kind %s has the habits of the last one', (kind) => {
    const values = startingValues(kind, { ...SETTING, last: last(kind) })
    expect(values).toMatchObject({ commune: 'Vervins (02140)', replyDelayDays: '3', hoursPerWeek: '20' })
    expect(asked(kind, last(kind)).length).toBeLessThanOrEqual(4)
  })

  test.each(OFFER_KINDS)('of kind %s closes itself to nobody by habit', (kind) => {
    const values = startingValues(kind, { ...SETTING, last: last(kind) })
    for (const name of ['licences', 'certificates', 'skills', 'slots', 'pay', 'startsOn', 'endsOn', 'title'])
      expect(values[name]).toBeUndefined()
    expect(values.experience ?? 'none').toBe('none')
  })
})
