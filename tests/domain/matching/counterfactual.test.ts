import { describe, expect, it } from 'vitest'
import { oneChange } from '#app/domain/matching/counterfactual.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { offer, person, TODAY } from './people.ts'

const sentence = (of: Partial<MatchPerson>, to: Partial<MatchOffer>) =>
  oneChange(person(of), offer(to), TODAY)?.sentence

describe('the one change that would open an offer', () => {
  it('is none when every gate is open', () => {
    expect(oneChange(person(), offer(), TODAY)).toBeNull()
  })

  it('is the least limit in whole kilometres', () => {
    const change = oneChange(person({ limitKm: 5 }), offer({ latitude: 49.7 }), TODAY)
    expect(change).toMatchObject({ gate: 'distance', sentence: 'si vous pouvez aller jusqu’à 16 km' })
    expect(closedGates(person({ limitKm: 15 }), offer({ latitude: 49.7 }), TODAY)).toEqual(['distance'])
    expect(oneChange(person(), offer({ latitude: 43.3 }), TODAY)).toBeNull()
    expect(oneChange(person(), offer({ latitude: null }), TODAY)).toBeNull()
  })

  it('is a licence, when one alone is missing', () => {
    const without = { licences: [] }
    expect(sentence(without, { licences: ['B'] })).toBe('avec le permis B')
    expect(sentence(without, { licences: ['CACES 1'] })).toBe('avec le certificat « CACES 1 »')
    expect(sentence(without, { licences: ['B', 'CACES 1'] })).toBeUndefined()
  })

  it('is a quarter-day, a day, or a kind of offer', () => {
    const weekend = { slots: ['sat_morning' as const] }
    expect(sentence({ slots: ['mon_morning'] }, weekend)).toBe('si vous êtes disponible le samedi matin')
    expect(sentence({ availableFrom: '2026-09-20' }, {})).toBe(
      'si vous êtes disponible au plus tard le 14 août',
    )
    expect(sentence({ kinds: ['job'] }, {})).toBe('si vous acceptez ce genre d’offre : saisonnier')
  })

  it('is never two changes, nor one that is not the person’s to make', () => {
    expect(
      oneChange(person({ licences: [], limitKm: 1 }), offer({ licences: ['B'], latitude: 49.7 }), TODAY),
    ).toBeNull()
    expect(oneChange(person({ isReachable: false }), offer(), TODAY)).toBeNull()
    expect(oneChange(person(), offer({ isOpen: false }), TODAY)).toBeNull()
    expect(oneChange(person(), offer({ eligiblePublics: ['disabled_worker'] }), TODAY)).toBeNull()
    expect(oneChange(person(), offer({ endsOn: '2026-05-01' }), TODAY)).toBeNull()
  })
})
