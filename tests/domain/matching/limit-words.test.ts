import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneChange } from '#app/domain/matching/counterfactual.ts'
import { explainPair } from '#app/domain/matching/explain-pair.ts'
import { closedGates, pairDistanceKm } from '#app/domain/matching/gates.ts'
import type { Reader } from '#app/domain/matching/pair.labels.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { LONGEST_LIMIT_MINUTES, limitKm, TRAVEL_MEANS, type TravelLimit } from '#app/domain/travel.ts'
import { context, laon, offer, person, TODAY } from './people.ts'

/** An offer this many km due north of Laon, a hair less. */
const kmNorth = (km: number) => offer({ latitude: laon.latitude + km / 111.2 })

const byCar = (maxKm: number | null, maxMinutes: number | null): TravelLimit => ({
  means: 'car',
  maxKm,
  maxMinutes,
})

function told(km: number, travel: TravelLimit, reader: Reader) {
  const pair = { person: person({ limitKm: limitKm(travel) }), offer: kmNorth(km) }
  const { criteria } = scorePair(pair.person, pair.offer, context)
  const known = { criteria, today: TODAY, reader, labelOf: String, travel }
  const { missing, change } = explainPair(pair, known)
  return [missing[0], change?.words ?? null]
}

describe('a limit is told as the person set it', () => {
  it.each([
    [
      byCar(null, 30),
      'le lieu est à 49 minutes environ en voiture, votre limite est à 30 minutes',
      'si vous pouvez aller jusqu’à 49 minutes en voiture',
    ],
    [
      byCar(50, 30),
      'le lieu est à 49 minutes environ en voiture, votre limite est à 30 minutes',
      'si vous pouvez aller jusqu’à 49 minutes en voiture',
    ],
    [
      byCar(12.5, 60),
      'le lieu est à 30 km, votre limite est à 12,5 km',
      'si vous pouvez aller jusqu’à 30 km',
    ],
    [
      byCar(20, 30),
      'le lieu est à 30 km et à 49 minutes environ en voiture, vos limites sont à 20 km et à 30 minutes',
      'si vous pouvez aller jusqu’à 30 km et 49 minutes en voiture',
    ],
  ])('%j', (travel, missing, change) => {
    expect(told(30, travel, 'candidate')).toEqual([missing, change])
  })

  it('and who said neither reads of the usual limit in km', () => {
    expect(told(40, byCar(null, null), 'candidate')).toEqual([
      'le lieu est à 40 km, votre limite est à 30 km',
      'si vous pouvez aller jusqu’à 40 km',
    ])
  })

  it('to the desk too, and never to an organisation', () => {
    expect(told(30, byCar(null, 30), 'officer')).toEqual([
      'le lieu est à 49 minutes environ en voiture, sa limite est à 30 minutes',
      'si la personne peut aller jusqu’à 49 minutes en voiture',
    ])
    expect(told(30, byCar(20, 30), 'officer')[0]).toContain('ses limites sont à 20 km et à 30 minutes')
    expect(told(30, byCar(20, 30), 'organisation')).toEqual([
      'le lieu est plus loin que la limite choisie',
      'si la personne peut aller jusqu’à 30 km',
    ])
  })

  it('and suggests neither a move, nor minutes that the profile does not take', () => {
    expect(told(120, byCar(null, 30), 'candidate')[1]).toBeNull()
    const onFoot = { means: 'foot', maxKm: null, maxMinutes: 60 } as const
    expect(told(17, onFoot, 'candidate')[1]).toBe('si vous pouvez aller jusqu’à 295 minutes à pied')
    expect(told(18, onFoot, 'candidate')[1]).toBeNull()
  })
})

describe('the words of a change', () => {
  const upToKm = (most: number) => fc.integer({ min: 0, max: most * 1000 }).map((metres) => metres / 1000)
  const wishes = fc.record({
    km: upToKm(99),
    means: fc.constantFrom(...TRAVEL_MEANS),
    maxKm: fc.option(upToKm(100), { freq: 2 }),
    maxMinutes: fc.option(fc.integer({ min: 5, max: 300 }), { freq: 2 }),
  })
  const numberBefore = (words: string, unit: string) => {
    const found = new RegExp(`(\\d+) ${unit}`).exec(words)
    return found ? Number(found[1]) : null
  }

  it('open the offer when the profile says so, and one km or one minute less does not', () => {
    let [inKm, inMinutes, inBoth] = [0, 0, 0]
    fc.assert(
      fc.property(wishes, ({ km, ...travel }) => {
        const something = kmNorth(km)
        const isClosedTo = (limit: TravelLimit) =>
          closedGates(person({ limitKm: limitKm(limit) }), something, TODAY).length > 0
        const [, words] = told(km, travel, 'candidate')
        if (!words) {
          const away = pairDistanceKm(person(), something)
          const most = { ...travel, maxKm: null, maxMinutes: LONGEST_LIMIT_MINUTES }
          expect(!isClosedTo(travel) || limitKm(most) < away).toBe(true)
          return
        }
        expect(isClosedTo(travel)).toBe(true)
        const maxKm = numberBefore(words, 'km')
        const maxMinutes = numberBefore(words, 'minutes')
        const after = {
          means: travel.means,
          maxKm: maxKm ?? travel.maxKm,
          maxMinutes: maxMinutes ?? travel.maxMinutes,
        }
        expect(isClosedTo(after)).toBe(false)
        if (maxKm !== null) expect(isClosedTo({ ...after, maxKm: maxKm - 1 })).toBe(true)
        if (maxMinutes !== null) expect(isClosedTo({ ...after, maxMinutes: maxMinutes - 1 })).toBe(true)
        if (maxKm !== null && maxMinutes !== null) inBoth++
        else if (maxKm !== null) inKm++
        else inMinutes++
      }),
      { numRuns: 3000, seed: 5 },
    )
    expect(Math.min(inKm, inMinutes, inBoth)).toBeGreaterThan(100)
  })

  it('are those of a change that keeps the whole km for the score', () => {
    const travel = byCar(null, 30)
    const someone = person({ limitKm: limitKm(travel) })
    expect(oneChange(someone, kmNorth(30), { today: TODAY, travel })).toMatchObject({
      gate: 'distance',
      km: 30,
      raised: { maxKm: null, maxMinutes: 49 },
    })
  })
})
