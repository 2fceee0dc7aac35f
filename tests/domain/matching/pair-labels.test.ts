import { describe, expect, it } from 'vitest'
import { type Change, oneChange } from '#app/domain/matching/counterfactual.ts'
import { GATES, type Gate } from '#app/domain/matching/criteria.ts'
import { explainPair } from '#app/domain/matching/explain-pair.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import { READERS, type Reader } from '#app/domain/matching/pair.labels.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { closedPair } from './closed-pairs.ts'
import { context, offer, person, TODAY } from './people.ts'

const labelOf = (code: string) =>
  ({ CACES: 'Conduite d’engins', s1: 'cueillir', s2: 'tailler' })[code] ?? code

const explain = (someone: MatchPerson, something: MatchOffer, reader: Reader) => {
  const { criteria } = scorePair(someone, something, context)
  const told = { criteria, today: TODAY, reader, labelOf, travel: null }
  return explainPair({ person: someone, offer: something }, told)
}

type Told = { missing: string | null; change: string | null; isShown: boolean }

const shown = (missing: string | null, change: string | null): Told => ({ missing, change, isShown: true })
const same = (told: Told) => ({ candidate: told, officer: told, organisation: told })

const TOLD: Record<Gate, Record<Reader, Told>> = {
  kind: {
    candidate: shown(
      'vous n’avez pas choisi « Un travail saisonnier »',
      'si vous cherchez aussi un travail saisonnier',
    ),
    officer: shown(
      'la personne n’a pas choisi « Un travail saisonnier »',
      'si la personne cherche aussi un travail saisonnier',
    ),
    organisation: shown(
      'la personne n’a pas choisi « Un travail saisonnier »',
      'si la personne cherche aussi un travail saisonnier',
    ),
  },
  distance: {
    candidate: shown('le lieu est à 16 km, votre limite est à 7 km', 'si vous pouvez aller jusqu’à 16 km'),
    officer: shown('le lieu est à 16 km, sa limite est à 7 km', 'si la personne peut aller jusqu’à 16 km'),
    organisation: shown(
      'le lieu est plus loin que la limite choisie',
      'si la personne peut aller jusqu’à 16 km',
    ),
  },
  licence: same(shown('il manque le permis B', 'avec le permis B')),
  schedule: {
    candidate: shown(
      'vous n’êtes pas libre aux jours et aux heures demandés',
      'si vous êtes libre la nuit du samedi',
    ),
    officer: shown(
      'la personne n’est pas libre aux jours et aux heures demandés',
      'si la personne est libre la nuit du samedi',
    ),
    organisation: shown(
      'la personne n’est pas libre aux jours et aux heures demandés',
      'si la personne est libre la nuit du samedi',
    ),
  },
  dates: {
    candidate: shown(
      'vous êtes libre trop tard : le 1er octobre',
      'si vous êtes libre au plus tard le 1er septembre',
    ),
    officer: shown(
      'la personne est libre trop tard : le 1er octobre',
      'si la personne est libre au plus tard le 1er septembre',
    ),
    organisation: shown(
      'la personne est libre trop tard : le 1er octobre',
      'si la personne est libre au plus tard le 1er septembre',
    ),
  },
  eligibility: {
    ...same(shown('l’offre est réservée : personnes qui reçoivent un minimum social', null)),
    organisation: { missing: null, change: null, isShown: false },
  },
  consent: {
    candidate: shown(null, null),
    officer: shown('la personne ne veut pas être proposée', null),
    organisation: { missing: null, change: null, isShown: false },
  },
  capacity: { ...same(shown(null, null)), candidate: shown('l’offre ne prend plus de réponse', null) },
}

describe('what each reader is told of each gate', () => {
  it.each(GATES.flatMap((gate) => READERS.map((reader) => [gate, reader] as const)))(
    '%s, %s',
    (gate, reader) => {
      const pair = closedPair(gate)
      expect(closedGates(pair.person, pair.offer, TODAY)).toEqual([gate])
      const { missing, change, isShown } = explain(pair.person, pair.offer, reader)
      expect({ missing: missing[0] ?? null, change: change?.words ?? null, isShown }).toEqual(
        TOLD[gate][reader],
      )
      expect(missing.length).toBeLessThanOrEqual(1)
      if (change) expect(change.gate).toBe(gate)
    },
  )

  it.each(READERS)('%s is spoken to, or of, and never both', (reader) => {
    for (const gate of GATES) {
      const pair = closedPair(gate)
      const { missing, change, reasons } = explain(pair.person, pair.offer, reader)
      const text = [...missing, change?.words, ...reasons.map(({ sentence }) => sentence)].join(' ')
      expect(text).not.toMatch(reader === 'candidate' ? /la personne/ : /\b(vous|votre|vos)\b/)
    }
  })
})

describe('what is missing, beyond one gate', () => {
  const first = (of: Partial<MatchPerson>, to: Partial<MatchOffer>) =>
    explain(person(of), offer(to), 'candidate').missing

  it('names every licence, certificates by their own name', () => {
    expect(first({ licences: [] }, { licences: ['B', 'CACES', 'B'] })).toEqual([
      'il manque le permis B et le certificat « Conduite d’engins »',
    ])
    expect(first({ licences: [] }, { licences: ['B', 'C'] })).toEqual(['il manque le permis C'])
    expect(first({ licences: [] }, { licences: ['C', 'B', 'D'] })).toEqual([
      'il manque le permis C et le permis D',
    ])
    const change: Change = { gate: 'licence', licence: 'CACES' }
    expect(oneChange(person(), offer({ licences: ['CACES'] }), { today: TODAY, travel: null })).toEqual(
      change,
    )
    expect(explain(person(), offer({ licences: ['CACES'] }), 'officer').change?.words).toBe(
      'avec le certificat « Conduite d’engins »',
    )
  })

  it('names skills to learn and experience short of what is asked, which close nothing', () => {
    const pair = [person(), offer({ skills: ['s1', 's2'], experience: 'one_year' })] as const
    expect(closedGates(...pair, TODAY)).toEqual([])
    expect(explain(...pair, 'organisation').missing).toEqual([
      'à apprendre : tailler',
      'expérience demandée : un an ou plus',
    ])
    const experienced = { projects: [{ occupationCode: 'A1401', experience: 'three_years' as const }] }
    expect(first(experienced, { experience: 'one_year' })).toEqual([])
  })

  it('says that skills are to be told by who told none', () => {
    for (const reader of READERS)
      expect(explain(person({ skills: [] }), offer({ skills: ['s1', 's2'] }), reader).missing).toEqual([
        'à dire ou à apprendre : cueillir, tailler',
      ])
    expect(first({ skills: [] }, {})).toEqual([])
  })

  it('asks for experience where no occupation tells which, whatever was had', () => {
    const experienced = { projects: [{ occupationCode: 'A1401', experience: 'three_years' as const }] }
    expect(first(experienced, { occupationCode: null, experience: 'one_year' })).toEqual([
      'expérience demandée : un an ou plus',
    ])
    expect(first(experienced, { occupationCode: null })).toEqual([])
  })

  it('says a place unknown and an end past as they are', () => {
    expect(first({}, { latitude: null, longitude: null })).toEqual(['le lieu de l’offre n’est pas connu'])
    expect(first({}, { endsOn: '2026-05-01' })).toEqual(['l’offre est finie depuis le 1er mai'])
  })

  it('adds the year to a day that is not of this year', () => {
    expect(first({}, { endsOn: '2025-12-31' })).toEqual(['l’offre est finie depuis le 31 décembre 2025'])
    expect(first({ availableFrom: '2027-10-01' }, {})).toEqual([
      'vous êtes libre trop tard : le 1er octobre 2027',
    ])
    const { change } = explain(
      person({ availableFrom: '2027-06-01' }),
      offer({ startsOn: '2026-11-15', endsOn: null }),
      'officer',
    )
    expect(change?.words).toBe('si la personne est libre au plus tard le 14 janvier 2027')
  })

  it('says all at once when several gates are closed, and then no change', () => {
    const { missing, change } = explain(
      person({ licences: [], limitKm: 0 }),
      offer({ licences: ['B'], latitude: 49.7 }),
      'candidate',
    )
    expect(missing).toEqual(['le lieu est à 16 km, votre limite est à 0 km', 'il manque le permis B'])
    expect(change).toBeNull()
  })

  it('a quarter-day among several is “at least” that one', () => {
    const { change } = explain(
      person({ slots: ['mon_morning'] }),
      offer({ slots: ['sat_morning', 'sun_evening'] }),
      'candidate',
    )
    expect(change?.words).toBe('si vous êtes libre au moins le samedi matin')
  })
})
