import { describe, expect, test } from 'vitest'
import { DRIVING_LICENCES, heldLicences, USUAL_LICENCES } from '#app/domain/licence.ts'
import { credentials, drivingLicences } from '#prisma/reference/credentials.ts'

describe('driving licences', () => {
  test('are the fifteen of the road code, the usual ones first, and each has its label', () => {
    expect([...DRIVING_LICENCES].sort()).toEqual(
      'A A1 A2 AM B B1 BE C C1 C1E CE D D1 D1E DE'.split(' ').sort(),
    )
    expect(DRIVING_LICENCES.slice(0, USUAL_LICENCES.length)).toEqual(USUAL_LICENCES)
    expect(drivingLicences.map(({ code }) => code).sort()).toEqual([...DRIVING_LICENCES].sort())
  })

  test.each([
    ['AM', []],
    ['B1', ['AM']],
    ['A1', ['AM']],
    ['A2', ['A1', 'AM']],
    ['A', ['A2', 'A1', 'AM']],
    ['B', ['B1', 'AM']],
    ['BE', ['B', 'B1', 'AM']],
    ['C1', ['B', 'B1', 'AM']],
    ['C1E', ['C1', 'BE', 'B', 'B1', 'AM']],
    ['C', ['C1', 'B', 'B1', 'AM']],
    ['CE', ['C', 'C1', 'C1E', 'BE', 'B', 'B1', 'AM']],
    ['D1', ['B', 'B1', 'AM']],
    ['D1E', ['D1', 'BE', 'B', 'B1', 'AM']],
    ['D', ['D1', 'B', 'B1', 'AM']],
    ['DE', ['D', 'D1', 'D1E', 'BE', 'B', 'B1', 'AM']],
  ])('%s gives what the road code says, and nothing else', (code, given) => {
    expect(heldLicences([code]).sort()).toEqual([code, ...given].sort())
  })

  test('are the sum of what each gives alone, as the search for people and the engine read them', () => {
    expect(heldLicences(['CE', 'D']).sort()).toEqual(
      [...new Set([...heldLicences(['CE']), ...heldLicences(['D'])])].sort(),
    )
  })

  test('are each told once', () => {
    const held = heldLicences(['CE', 'D', 'B', 'B', 'A'])
    expect(new Set(held).size).toBe(held.length)
  })
})

describe('certificates', () => {
  test.each([
    ['FCO', ['FCO', 'FIMO']],
    ['FIMO', ['FIMO']],
    ['SST', ['SST', 'PSC1']],
    ['PSC1', ['PSC1']],
    ['constructor', ['constructor']],
  ])('%s gives %s', (code, held) => expect(heldLicences([code])).toEqual(held))

  test('that are given have their label', () => {
    const known = credentials.map(({ code }) => code)
    for (const code of known) expect(known).toEqual(expect.arrayContaining(heldLicences([code])))
  })
})
