import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { listOrganisations } from '#app/db/organisation-directory.server.ts'
import { ORGANISATION_STATES } from '#app/domain/organisation.ts'
import { COMMUNES, createCommune } from '#tests/factories/commune.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
beforeEach(async () => {
  await db().$executeRaw`truncate organisation cascade`
})

const everything = { words: [], near: null, page: 1, pageSize: 20 }

async function createSome() {
  const { id: territoryId } = await createTerritory()
  const [laon, far] = [await createCommune(COMMUNES.laon), await createCommune(COMMUNES.soissons)]
  const at = (name: string, communeCode: string, activity: string | null = null) =>
    createOrganisation({ territoryId, communeCode, name, activity })
  const jam = await at('Élan confitures', far.inseeCode, 'Confiture artisanale')
  const wood = await at('Bois d’œuvre', laon.inseeCode)
  const zoo = await at('Zoo', laon.inseeCode, 'Élevage')
  return { territoryId, jam, wood, zoo }
}

const namesOf = async (asked: Partial<Parameters<typeof listOrganisations>[1]>) =>
  (await listOrganisations(db(), { ...everything, ...asked })).organisations.map(({ name }) => name)

test('organisations come in the order of their names, accents or not', async () => {
  await createSome()
  expect(await namesOf({})).toEqual(['Bois d’œuvre', 'Élan confitures', 'Zoo'])
})

test('with a place the nearest come first, each with its distance in km', async () => {
  await createSome()
  const { organisations } = await listOrganisations(db(), { ...everything, near: COMMUNES.laon })
  expect(organisations.map(({ name }) => name)).toEqual(['Bois d’œuvre', 'Zoo', 'Élan confitures'])
  expect(organisations.map(({ distanceKm }) => Math.round(distanceKm ?? -1))).toEqual([0, 0, 30])
})

test('each word is looked for in the name and the activity, accents or not', async () => {
  await createSome()
  expect(await namesOf({ words: ['elevage'] })).toEqual(['Zoo'])
  expect(await namesOf({ words: ['artisanale', 'elan'] })).toEqual(['Élan confitures'])
  expect(await namesOf({ words: ['oeuvre'] })).toEqual(['Bois d’œuvre'])
  expect(await namesOf({ words: ['elan', 'zoo'] })).toEqual([])
})

test('published offers alone are counted', async () => {
  const { jam, territoryId } = await createSome()
  for (const state of ['published', 'published', 'draft', 'filled'] as const)
    await createOffer({ organisationId: jam.id, territoryId, state })
  const { organisations } = await listOrganisations(db(), everything)
  expect(Object.fromEntries(organisations.map(({ name, offers }) => [name, offers]))).toEqual({
    'Bois d’œuvre': 0,
    'Élan confitures': 2,
    Zoo: 0,
  })
})

test.each(ORGANISATION_STATES)('one that is %s is listed only when verified', async (state) => {
  await createOrganisation({ state })
  const { total } = await listOrganisations(db(), everything)
  expect(total).toBe(state === 'verified' ? 1 : 0)
})

test('pages hold everybody once, and each tells how many there are', async () => {
  await createSome()
  const pages = await Promise.all(
    [1, 2, 3].map((page) => listOrganisations(db(), { ...everything, page, pageSize: 1 })),
  )
  expect(pages.map(({ total }) => total)).toEqual([3, 3, 3])
  expect(pages.flatMap(({ organisations }) => organisations.map(({ name }) => name))).toEqual([
    'Bois d’œuvre',
    'Élan confitures',
    'Zoo',
  ])
})
