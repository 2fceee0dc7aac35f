import { describe, expect, it } from 'vitest'
import { addDays } from '#app/domain/duration.ts'
import { reasonsOf } from '#app/domain/matching/explain.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { START_TOLERANCE_DAYS } from '#app/domain/matching/weights.ts'
import type { ExperienceLevel } from '#app/domain/offer.ts'
import { context, offer, person } from './people.ts'

function said(label: string, of: Partial<MatchPerson>, to: Partial<MatchOffer>) {
  const pair = { person: person(of), offer: offer(to) }
  const { criteria } = scorePair(pair.person, pair.offer, context)
  return reasonsOf(criteria, pair).find((reason) => reason.label === label)?.sentence
}
const project = (occupationCode: string) => ({
  projects: [{ occupationCode, experience: 'months' as const }],
})

describe('a reason says what is true', () => {
  it.each([
    ['A1401', 'C’est le métier demandé.'],
    ['A1403', 'Le métier est très proche.'],
    ['A1418', 'Le métier est voisin.'],
    ['K1304', 'Le métier est assez éloigné.'],
    ['G1602', 'Le métier est différent.'],
    [null, 'Tous les métiers sont acceptés.'],
  ])('of the occupation: offer %s', (occupationCode, sentence) => {
    expect(said('Métier', project('A1401'), { occupationCode })).toBe(sentence)
  })

  it('of somebody open to any occupation', () => {
    const open = { projects: [], isOpenToAnyOccupation: true }
    expect(said('Métier', open, {})).toBe('Tous les métiers sont acceptés.')
  })

  it.each([
    [{}, 'Aucun savoir-faire particulier n’est demandé.'],
    [{ skills: ['s1'] }, 'Tous les savoir-faire demandés y sont.'],
    [{ skills: ['s1', 's2'] }, 'Une partie des savoir-faire y est.'],
    [{ skills: ['s2'] }, 'Les savoir-faire sont à apprendre.'],
    [{ experience: 'months' as const }, 'L’expérience demandée y est.'],
    [{ experience: 'one_year' as const }, 'Une partie de l’expérience demandée y est.'],
    [
      { skills: ['s1'], experience: 'one_year' as const },
      'Tous les savoir-faire demandés y sont. Une partie de l’expérience demandée y est.',
    ],
  ])('of know-how: %j', (asked, sentence) => {
    expect(said('Savoir-faire', {}, asked)).toBe(sentence)
  })

  it.each([
    ['A1401', false, 'L’expérience demandée y est.'],
    ['A1418', false, 'L’expérience demandée y est.'],
    ['K2205', false, 'L’expérience demandée y est.'],
    ['K1304', false, 'L’expérience demandée y est, dans un autre métier.'],
    ['A1444', false, 'L’expérience demandée y est, dans un autre métier.'],
    ['A1444', true, 'L’expérience demandée y est, dans un autre métier.'],
    ['A1403', true, 'L’expérience demandée y est.'],
    ['G1602', false, 'L’expérience demandée n’y est pas encore.'],
    [null, false, 'L’expérience n’est pas connue pour cette offre.'],
    [null, true, 'L’expérience n’est pas connue pour cette offre.'],
  ])('of experience in A1401: offer %s, open %s', (occupationCode, isOpenToAnyOccupation, sentence) => {
    const of = { ...project('A1401'), isOpenToAnyOccupation }
    expect(said('Savoir-faire', of, { occupationCode, experience: 'months' })).toBe(sentence)
  })

  it('of experience had in a neighbouring trade by whoever begins in this one', () => {
    const asked = { experience: 'months' as const }
    const both = (own: ExperienceLevel) => ({
      projects: [
        { occupationCode: 'A1401', experience: own },
        { occupationCode: 'A1418', experience: 'three_years' as const },
      ],
    })
    expect(said('Savoir-faire', both('none'), asked)).toBe(
      'L’expérience demandée y est, dans un autre métier.',
    )
    expect(said('Savoir-faire', both('months'), asked)).toBe('L’expérience demandée y est.')
  })

  it('of a part of the experience, in another trade', () => {
    const asked = { occupationCode: 'K1304', experience: 'three_years' as const }
    expect(said('Savoir-faire', project('A1401'), asked)).toBe(
      'Une partie de l’expérience demandée y est, dans un autre métier.',
    )
  })

  it('of skills when the person told none', () => {
    const sentence = 'Les savoir-faire ne sont pas encore dits.'
    expect(said('Savoir-faire', { skills: [] }, { skills: ['s1'] })).toBe(sentence)
    expect(said('Savoir-faire', { skills: [] }, {})).toBe('Aucun savoir-faire particulier n’est demandé.')
    expect(said('Savoir-faire', { skills: [] }, { skills: ['s1'], experience: 'months' })).toBe(
      `${sentence} L’expérience demandée y est.`,
    )
  })

  it.each([
    [{}, {}, 'C’est dans la même commune.'],
    [{ limitKm: 100 }, { latitude: 49.7 }, 'Le trajet est court, pour le rayon choisi.'],
    [{ limitKm: 20 }, { latitude: 49.7 }, 'C’est dans le rayon choisi.'],
    [{ limitKm: 15.2 }, { latitude: 49.7 }, 'C’est à la limite du rayon choisi.'],
    [{ limitKm: 5 }, { latitude: 49.7 }, 'C’est plus loin que le rayon choisi.'],
    [{ limitKm: 0 }, {}, 'C’est dans la même commune.'],
    [{ limitKm: 100 }, { latitude: 49.5675 }, 'Le trajet est court, pour le rayon choisi.'],
    [{ limitKm: 300 }, { latitude: 49.573 }, 'Le trajet est court, pour le rayon choisi.'],
    [{}, { latitude: null }, 'Le lieu n’est pas connu.'],
  ])('of the way: %j, %j', (of, to, sentence) => {
    expect(said('Trajet', of, to)).toBe(sentence)
  })

  it.each([
    [{}, {}, 'Les jours et la date vont très bien.'],
    [{ availableFrom: '2026-06-25' }, {}, 'Les jours vont. La date est un peu tardive.'],
    [{ slots: ['mon_morning'] }, { slots: ['mon_morning', 'tue_morning'] }, 'Une partie des jours va.'],
    [
      { slots: ['mon_morning'], availableFrom: '2026-07-15' },
      { slots: ['mon_morning', 'tue_morning'] },
      'Une partie des jours va. La date est tardive.',
    ],
  ] as const)('of availability: %j, %j', (of, to, sentence) => {
    expect(said('Disponibilité', of, to)).toBe(sentence)
  })

  it('of a date a little late up to fifteen days, and late beyond', () => {
    for (let days = 1; days <= START_TOLERANCE_DAYS; days++) {
      const late = { availableFrom: addDays('2026-06-15', days) }
      expect([days, said('Disponibilité', late, {})]).toEqual([
        days,
        `Les jours vont. La date est ${days <= 15 ? 'un peu ' : ''}tardive.`,
      ])
    }
  })

  it.each([
    [{}, { contract: 'cdd' }, 'Le contrat convient.'],
    [{ contracts: ['cdd'] }, { contract: 'cdd' }, 'C’est un contrat souhaité.'],
    [{ contracts: ['cdi'] }, { contract: 'cdd' }, 'Ce n’est pas le contrat souhaité.'],
    [{ contracts: ['cdi'] }, { kind: 'volunteering' }, 'C’est du bénévolat, sans contrat.'],
  ] as const)('of the contract: %j, %j', (of, to, sentence) => {
    expect(said('Contrat', of as Partial<MatchPerson>, to)).toBe(sentence)
  })
})
