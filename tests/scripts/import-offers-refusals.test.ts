import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { importOffersCommand } from '#scripts/import-offers.ts'
import { franceTravailOffer } from '#tests/factories/france-travail.ts'
import { useOfferImport } from './offer-import.ts'

const { folder, runOn, output, offersById, countEvents } = useOfferImport()
const page = (...offers: unknown[]) => ({ resultats: offers, filtresPossibles: [] })

describe('bad files and bad rows', () => {
  test('a bad row is refused with its line and its reason, the others come in', async () => {
    const rows = [null, 'texte', { id: 'SANS-TITRE' }, { intitule: 'Sans id' }, franceTravailOffer()]
    expect(await runOn(`[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`)).toBe(0)
    expect(output()).toContain('row 0, line 2: expected an object')
    expect(output()).toContain('row 2, line 4: missing title')
    expect(output()).toContain('row 3, line 5: missing id')
    expect(output()).toContain('1 created')
    expect(output()).toContain('4 refused')
  })

  test('of two rows with one id the last counts, and it is said', async () => {
    await runOn([franceTravailOffer(), franceTravailOffer({ intitule: 'La seconde' })])
    expect(output()).toContain('row 0 has the id of row 1 (180HSFM)')
    expect((await offersById()).get('180HSFM')?.title).toBe('La seconde')
  })

  test('nothing good in it: exit code 1', async () => {
    expect(await runOn([{ id: 1 }])).toBe(1)
    expect(await runOn([])).toBe(1)
  })

  test.each([
    ['', 'The file is empty'],
    ['{"resultats": [{"id"', 'cut short'],
    ['<html>', 'web page'],
  ])('a file that holds %j stops the command', (text, message) =>
    expect(() => runOn(text)).rejects.toThrow(message),
  )

  test('a missing file, a missing name, an unknown territory stop the command', async () => {
    await expect(importOffersCommand([path.join(folder, 'none.json')], () => {})).rejects.toThrow(
      'No such file',
    )
    await expect(importOffersCommand([folder], () => {})).rejects.toThrow('Cannot read')
    await expect(importOffersCommand([], () => {})).rejects.toThrow('Name one file')
    await expect(runOn([franceTravailOffer()], '--departement', '99')).rejects.toThrow('No territory 99')
  })
})

describe('--complete', () => {
  const three = ['A', 'B', 'C'].map((id) => franceTravailOffer({ id }))

  test('withdraws what its source no longer has, and only its own', async () => {
    await runOn(three)
    await runOn([franceTravailOffer({ id: 'OTHER' })], '--source', 'other')
    expect(await runOn(three.slice(0, 2), '--complete')).toBe(0)
    const offers = await offersById()
    expect([...offers.values()].map(({ state }) => state)).toEqual([
      'published',
      'published',
      'withdrawn',
      'published',
    ])
    expect(await countEvents()).toEqual({ 'offer.published': 4, 'offer.withdrawn': 1 })
    expect(offers.get('C')?.closedAt).not.toBeNull()
  })

  test('publishes again what comes back', async () => {
    await runOn(three)
    await runOn(three.slice(0, 2), '--complete')
    await runOn(three, '--complete')
    expect(output()).toContain('1 published again')
    expect((await offersById()).get('C')).toMatchObject({ state: 'published', version: 3, closedAt: null })
    expect(await countEvents()).toEqual({ 'offer.published': 4, 'offer.withdrawn': 1 })
  })

  test('keeps an offer whose row is in the file but cannot be placed', async () => {
    await runOn(three)
    await runOn([three[0], three[1], franceTravailOffer({ id: 'C', lieuTravail: null })], '--complete')
    expect((await offersById()).get('C')?.state).toBe('published')
  })

  test('is refused on an empty or mostly bad file, or one offer alone, and nothing changes; --force insists', async () => {
    await runOn(three)
    for (const content of [
      [],
      page(),
      [franceTravailOffer({ id: 'A', intitule: 'Autre' }), null, null],
      three[0],
    ]) {
      expect(await runOn(content, '--complete')).toBe(1)
      expect(output()).toContain('Nothing was changed')
    }
    expect(await db().offer.count({ where: { state: 'published', version: 1 } })).toBe(3)
    expect(await runOn([], '--complete', '--force')).toBe(0)
    expect(await db().offer.count({ where: { state: 'withdrawn' } })).toBe(3)
  })
})
