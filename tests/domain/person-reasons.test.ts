import { expect, test } from 'vitest'
import { personReasons } from '#app/domain/person-reasons.ts'
import type { Profile } from '#app/domain/profile.ts'

const PROFILE = {
  projects: [
    { occupationCode: 'G1602', experience: 'none' },
    { occupationCode: 'K2204', experience: 'none' },
  ],
  isOpenToAnyOccupation: false,
  licences: ['C'],
  availableFrom: '2026-07-01',
} as unknown as Profile
const NOTHING = { occupationCode: null, kind: null, licence: null, skills: [], freeBy: null }
const said = (asked: Partial<Parameters<typeof personReasons>[1]>, profile = PROFILE) =>
  personReasons(profile, { ...NOTHING, ...asked }, '2026-06-01')

test('only what was asked for is told', () => {
  expect(said({})).toEqual(['Votre commune est dans son rayon.'])
  expect(said({ licence: 'B', kind: 'job', skills: ['x'], freeBy: '2026-07-02' })).toEqual([
    'Votre commune est dans son rayon.',
    'Ce genre d’offre est accepté.',
    'Le permis y est.',
    'Les savoir-faire y sont.',
    'Disponible à temps.',
  ])
})

test.each([
  ['G1602', 'C’est le métier cherché en premier.'],
  ['K2204', 'Ce métier est cherché.'],
  ['G1605', 'Un métier voisin est cherché.'],
])('the occupation %s: %s', (occupationCode, sentence) => {
  expect(said({ occupationCode })[0]).toBe(sentence)
})

test('who is open to any occupation, and free now', () => {
  const open = { ...PROFILE, projects: [], isOpenToAnyOccupation: true, availableFrom: null }
  expect(said({ occupationCode: 'G1602', freeBy: '2026-06-01' }, open)).toEqual([
    'Tous les métiers sont acceptés.',
    'Votre commune est dans son rayon.',
    'Disponible tout de suite.',
  ])
})
