import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDb, db } from '#app/db/client.server.ts'
import { createLicences, createSkills } from '#app/db/occupations.server.ts'
import { closeRaw } from '#app/db/raw.server.ts'
import { communeIn, readReference, searchCommunes, territoryIn } from '#app/db/reference.server.ts'
import { keepWhileStamped, readStamps, type Stamps } from '#app/db/stamps.server.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { COMMUNES, createCommune } from '#tests/factories/commune.ts'
import { createOccupation } from '#tests/factories/occupation.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { makeDocument, offerIdOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(async () => {
  await closeRaw()
  await closeDb()
})

let before: Stamps
beforeEach(async () => {
  before = await readStamps()
})

async function renewed() {
  const after = await readStamps()
  return Object.entries(after).flatMap(([subject, stamp]) =>
    stamp === before[subject as keyof Stamps] ? [] : subject,
  )
}

describe('a stamp changes with its subject alone', () => {
  test('the reference: a territory, a commune, an occupation, what a code is called', async () => {
    const label = { code: 'tri', label: 'Tri' }
    const createLabels = [() => createSkills(db(), [label]), () => createLicences(db(), [label])]
    for (const change of [createTerritory, createCommune, createOccupation, ...createLabels]) {
      await change()
      expect(await renewed()).toEqual(['reference'])
      before = await readStamps()
    }
    await db().commune.deleteMany()
    expect(await renewed()).toEqual(['reference'])
  })

  test('the offers: written, taken out, written anew', async () => {
    const document = makeDocument('vendanges')
    for (const change of [
      () => postgresEngine.upsert([document]),
      () => postgresEngine.remove([offerIdOf('vendanges')]),
      () => postgresEngine.reindexAll((async function* () {})()),
    ]) {
      await change()
      expect(await renewed()).toEqual(['offers'])
      before = await readStamps()
    }
  })

  test('not before the change is there to be read', async () => {
    await db().$transaction(async (tx) => {
      await tx.commune.updateMany({ data: { population: 1 } })
      expect(await renewed()).toEqual([])
    })
    expect(await renewed()).toEqual(['reference'])
  })
})

test('all who ask at once share one answer, and who asks later gets another', async () => {
  const [first, second] = [readStamps(), readStamps()]
  expect(first).toBe(second)
  await first
  expect(readStamps()).not.toBe(first)
})

test('the reference is what stands, from one reading to the next', async () => {
  const territory = await createTerritory()
  await createCommune()
  const reference = await readReference()
  expect(await readReference()).toBe(reference)
  expect([territoryIn(reference, null), territoryIn(reference, territory.id)]).toEqual([territory, territory])
  expect(communeIn(reference, COMMUNES.laon.inseeCode)).toMatchObject(COMMUNES.laon)
  expect(await searchCommunes('soissons', 5)).toEqual([])
  await createCommune(COMMUNES.soissons)
  expect(await searchCommunes('soissons', 5)).toEqual([COMMUNES.soissons])
})

describe('what is kept while a stamp stands', () => {
  const [first, second]: Stamps[] = ['1', '2'].map((offers) => ({ offers, reference: '' }))
  const counted = () => {
    let count = 0
    return async () => ++count
  }

  test('is read once for each key, and again once the stamp is renewed', async () => {
    const [keep, read] = [keepWhileStamped<number>('offers', 2), counted()]
    const asked = [first, first, second].map((stamps) => keep(stamps as Stamps, 'a', read))
    expect(await Promise.all(asked)).toEqual([1, 1, 2])
  })

  test('is bounded: what was asked for longest ago leaves', async () => {
    const [keep, read] = [keepWhileStamped<number>('offers', 2), counted()]
    const answers: number[] = []
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) answers.push(await keep(first as Stamps, key, read))
    expect(answers).toEqual([1, 2, 1, 3, 1, 4])
  })

  test('is not a failure', async () => {
    const keep = keepWhileStamped<number>('offers', 2)
    const failing = () => Promise.reject(new Error('no connection'))
    await expect(keep(first as Stamps, 'a', failing)).rejects.toThrow('no connection')
    expect(await keep(first as Stamps, 'a', async () => 7)).toBe(7)
  })
})
