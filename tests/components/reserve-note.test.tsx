import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ReserveNote, reserveSentence } from '#app/components/match/reserve-note.tsx'

const reserve = (withoutBudget: number, laterBatch: number, isStopped = false) => ({
  withoutBudget,
  laterBatch,
  isStopped,
})

describe('who waits, and why', () => {
  test.each([
    [reserve(12, 0), '12 autres personnes attendent : elles ont déjà toutes leurs propositions du mois.'],
    [reserve(1, 0), '1 autre personne attend : elle a déjà toutes ses propositions du mois.'],
    [reserve(0, 4), '4 autres personnes attendent : elles viendront avec le prochain groupe.'],
    [reserve(0, 1), '1 autre personne attend : elle viendra avec le prochain groupe.'],
    [
      reserve(8, 4),
      '12 autres personnes attendent : 8 ont déjà toutes leurs propositions du mois, 4 viendront avec le prochain groupe.',
    ],
    [
      reserve(1, 1),
      '2 autres personnes attendent : 1 a déjà toutes ses propositions du mois, 1 viendra avec le prochain groupe.',
    ],
    [reserve(3, 2, true), '5 autres personnes attendent : assez de personnes sont déjà intéressées.'],
  ])('%o', (waiting, sentence) => {
    expect(reserveSentence(waiting, true)).toBe(sentence)
    expect(renderToStaticMarkup(<ReserveNote reserve={waiting} others />)).toContain(sentence)
  })

  test('without anybody proposed they are not "others"', () => {
    expect(reserveSentence(reserve(3, 0), false)).toMatch(/^3 personnes attendent/)
    expect(reserveSentence(reserve(1, 0), false)).toMatch(/^1 personne attend/)
  })

  test('nobody waits: nothing is said', () => {
    expect(renderToStaticMarkup(<ReserveNote reserve={reserve(0, 0, true)} others />)).toBe('')
  })
})
