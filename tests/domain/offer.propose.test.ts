import { describe, expect, test } from 'vitest'
import type { Occupation } from '#app/domain/occupation.ts'
import type { OfferFormValues } from '#app/domain/offer.form-values.ts'
import { proposeAnswers, proposedNames } from '#app/domain/offer.propose.ts'
import { offerFormSchema } from '#app/domain/offer.schema.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { usualAnswers } from '#app/domain/offer.usual.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { credentials } from '#prisma/reference/credentials.ts'
import { occupations } from '#prisma/reference/occupations.ts'

const occupation = (romeCode: string): Occupation => {
  const found = occupations.find((one) => one.romeCode === romeCode)
  if (!found) throw new Error(`no occupation ${romeCode}`)
  return found
}
const COOK = occupation('G1602')
const CLEANER = occupation('K2205')
const CARER = occupation('J1501')
const START: OfferFormValues = { hoursPerWeek: '35', experience: 'none', positions: '1' }

const propose = (values: OfferFormValues, chosen: Occupation | null, previous: Occupation | null = null) =>
  proposeAnswers({ kind: 'job', values, start: START, occupation: chosen, previous })

describe('what is usual for an occupation', () => {
  test.each(OFFER_KINDS)('of kind %s is an answer the form takes, for every occupation', (kind) => {
    for (const one of occupations) {
      const values = usualAnswers(kind, one)
      const parsed = parseForm(offerFormSchema(kind, '2026-06-01'), { ...START, ...values })
      const refused = parsed.ok ? [] : Object.keys(parsed.state.errors)
      expect(refused.filter((name) => name in values)).toEqual([])
    }
  })

  test('asks for licences and certificates that exist, and for no experience, contract or pay', () => {
    const codes = credentials.map(({ code }) => code)
    for (const kind of OFFER_KINDS)
      for (const one of occupations) {
        const { licences = [], certificates = [], ...rest } = usualAnswers(kind, one)
        for (const code of [licences, certificates].flat()) expect(codes).toContain(code)
        for (const name of ['experience', 'contract', 'pay', 'skills']) expect(rest).not.toHaveProperty(name)
      }
  })

  test('asks volunteers for nothing', () => {
    for (const one of occupations)
      expect(Object.keys(usualAnswers('volunteering', one))).not.toContain('licences')
    expect(usualAnswers('volunteering', occupation('K2129'))).toEqual({ field: 'education' })
  })
})

describe('proposing answers', () => {
  test('fills in what was left as the form began', () => {
    const values = propose(START, COOK)
    expect(values).toMatchObject({
      title: COOK.label,
      hoursPerWeek: '39',
      experience: 'none',
      positions: '1',
    })
    expect(proposedNames({ kind: 'job', values, start: START, occupation: COOK })).toEqual([
      'title',
      'hoursPerWeek',
      'slots',
    ])
  })

  test('keeps what somebody wrote, ticked or emptied', () => {
    const typed = { ...START, title: 'Commis au lycée', hoursPerWeek: '', slots: ['mon_morning'] }
    expect(propose(typed, COOK)).toEqual(typed)
  })

  test('follows a change of occupation, and takes back what the one before had proposed', () => {
    const values = propose(propose(START, COOK), CLEANER, COOK)
    expect(values).toMatchObject({ title: CLEANER.label, hoursPerWeek: '35' })
    expect(propose(values, null, CLEANER)).toMatchObject({ title: '', slots: '', hoursPerWeek: '35' })
  })

  test('keeps a correction of what was proposed, asked again or for another occupation', () => {
    const corrected = { ...propose(START, COOK), hoursPerWeek: '20' }
    expect(propose(corrected, CLEANER, COOK)).toMatchObject({ hoursPerWeek: '20' })
    const unticked = { ...propose(START, CARER), certificates: [] }
    expect(propose(unticked, CARER, CARER)).toEqual(unticked)
    expect(proposedNames({ kind: 'job', values: unticked, start: START, occupation: CARER })).not.toContain(
      'certificates',
    )
  })
})
