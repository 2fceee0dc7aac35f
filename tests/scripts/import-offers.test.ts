import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { importOffersCommand } from '#scripts/import-offers.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { franceTravailOffer } from '#tests/factories/france-travail.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const folder = mkdtempSync(path.join(tmpdir(), 'actifs-offers-'))
const lines: string[] = []
const output = () => lines.join('\n')

/** Runs the command on a file that holds this text, or this value as JSON. */
function runOn(content: unknown, ...args: string[]): Promise<number> {
  const file = path.join(folder, 'offers.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  lines.length = 0
  return importOffersCommand([file, ...args], (line) => lines.push(line))
}

const page = (...offers: unknown[]) => ({ resultats: offers, filtresPossibles: [] })
const offersById = async () =>
  new Map((await db().offer.findMany({ orderBy: { sourceId: 'asc' } })).map((row) => [row.sourceId, row]))
const countEvents = () =>
  db()
    .outboxEvent.groupBy({ by: ['type'], _count: true, orderBy: { type: 'asc' } })
    .then((groups) => Object.fromEntries(groups.map(({ type, _count }) => [type, _count])))

beforeAll(async () => {
  await createTerritory()
  await createCommunes()
  await createReferences()
})
beforeEach(async () => {
  await db().offer.deleteMany()
  await db().outboxEvent.deleteMany()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an import', () => {
  test('publishes each offer, without an organisation, placed and linked to its origin', async () => {
    const seasonal = franceTravailOffer({
      id: '181AAA',
      romeCode: 'A1405',
      typeContrat: 'SAI',
      typeContratLibelle: 'Contrat travail saisonnier - 2 Mois',
      permis: [{ libelle: 'B - Véhicule léger', exigence: 'E' }],
    })
    expect(await runOn(page(franceTravailOffer(), seasonal))).toBe(0)
    const offers = await offersById()
    expect(offers.get('180HSFM')).toMatchObject({
      organisationId: null,
      kind: 'job',
      state: 'published',
      version: 1,
      occupationCode: 'G1602',
      communeCode: '02408',
      latitude: 49.563542,
      positions: 2,
      skills: ['eplucher-couper'],
      details: { kind: 'job', contract: 'cdd', isAgencyWork: false },
      source: 'france-travail',
      sourceUrl: 'https://candidat.francetravail.fr/offres/recherche/detail/180HSFM',
      sourceOrganisationName: 'LE BON REPAS',
      publishedAt: new Date('2026-05-20T09:12:33Z'),
    })
    expect(offers.get('181AAA')).toMatchObject({
      kind: 'seasonal',
      licences: ['B'],
      details: {
        kind: 'seasonal',
        season: '2 mois',
        crop: 'travail de la vigne et des vergers',
        keepsRsa: false,
      },
    })
    expect(await countEvents()).toEqual({ 'offer.published': 2 })
    expect(await db().offerChange.count({ where: { action: 'create' } })).toBe(2)
  })

  test('run again changes nothing and tells nothing', async () => {
    const file = page(franceTravailOffer(), franceTravailOffer({ id: 'B', typeContrat: 'SAI' }))
    await runOn(file)
    const before = await offersById()
    expect(await runOn(file, '--complete')).toBe(0)
    expect(await offersById()).toEqual(before)
    expect(await countEvents()).toEqual({ 'offer.published': 2 })
    expect(output()).toContain('0 created, 0 updated, 0 published again, 2 unchanged')
  })

  test('changes what the source changed, and that alone', async () => {
    await runOn([franceTravailOffer(), franceTravailOffer({ id: 'B' })])
    await runOn([franceTravailOffer({ intitule: 'Commis de cuisine' }), franceTravailOffer({ id: 'B' })])
    const offers = await offersById()
    expect(offers.get('180HSFM')).toMatchObject({ title: 'Commis de cuisine', version: 2 })
    expect(offers.get('B')?.version).toBe(1)
    expect(await countEvents()).toEqual({ 'offer.edited': 1, 'offer.published': 2 })
  })

  test('keeps what a relation officer wrote or closed', async () => {
    await runOn([franceTravailOffer(), franceTravailOffer({ id: 'B' })])
    const { account } = await createOfficer()
    const offers = await offersById()
    const change = async (sourceId: string, action: string, state: string) => {
      const offerId = offers.get(sourceId)?.id ?? ''
      await db().offer.update({ where: { id: offerId }, data: { state, title: 'Relu par le bureau' } })
      await db().offerChange.create({
        data: {
          id: crypto.randomUUID(),
          offerId,
          action,
          fromState: 'published',
          toState: state,
          accountId: account.id,
          at: new Date(),
        },
      })
    }
    await change('180HSFM', 'edit', 'published')
    await change('B', 'withdraw', 'withdrawn')
    await runOn([
      franceTravailOffer({ intitule: 'Autre' }),
      franceTravailOffer({ id: 'B', intitule: 'Autre' }),
    ])
    expect(output()).toContain('2 kept')
    expect((await offersById()).get('180HSFM')?.title).toBe('Relu par le bureau')
    expect((await offersById()).get('B')?.state).toBe('withdrawn')
  })

  test('turns HTML into plain text', async () => {
    const description =
      '<p>Vous <b>cuisinez</b> &amp; servez.</p><script>alert(1)</script><ul><li>midi</li></ul>'
    await runOn([franceTravailOffer({ description, intitule: 'Aide <i>cuisine</i>' })])
    expect((await offersById()).get('180HSFM')).toMatchObject({
      title: 'Aide cuisine',
      description: 'Vous cuisinez & servez.\n- midi',
    })
  })

  test('never refuses an unknown occupation', async () => {
    await runOn([
      franceTravailOffer({ id: 'A', romeCode: 'Z9999', appellationlibelle: null }),
      franceTravailOffer({ id: 'B', romeCode: null, appellationlibelle: 'Aide arboricole et viticole' }),
      franceTravailOffer({
        id: 'C',
        romeCode: undefined,
        appellationlibelle: undefined,
        romeLibelle: undefined,
      }),
    ])
    const offers = await offersById()
    expect([...offers.values()].map(({ occupationCode }) => occupationCode)).toEqual([null, 'A1405', null])
  })
})

describe('the place of work', () => {
  const laon = { latitude: 49.56789, longitude: 3.62117 }
  test.each([
    ['its code', { libelle: 'x', commune: '02408' }, '02408', laon],
    ['a town and a département', { libelle: '02 - LAON' }, '02408', laon],
    ['a town with a cedex', { libelle: '02 - ST QUENTIN CEDEX 2', codePostal: '02109' }, '02691', null],
    ['a town and its postal code', { libelle: 'Château Thierry', codePostal: '02400' }, '02168', null],
    ['a former name', { libelle: '02 - GUIGNICOURT', codePostal: '02190' }, '02360', null],
    ['a postal code of one commune', { libelle: '02 - Aisne', codePostal: '02500' }, '02381', null],
    [
      'a position',
      { libelle: '02 - Aisne', latitude: 49.57, longitude: 3.61 },
      '02408',
      { latitude: 49.57, longitude: 3.61 },
    ],
    [
      'a postal code of two communes and a position',
      { codePostal: '02140', latitude: 49.8365, longitude: 3.906 },
      '02321',
      null,
    ],
    [
      'its code, with a position far away',
      { commune: '02408', latitude: 3.62, longitude: 49.56 },
      '02408',
      laon,
    ],
    ['its code in texts', { libelle: null, commune: '02408', latitude: 'x', longitude: null }, '02408', laon],
  ])('is found by %s', async (_, lieuTravail, communeCode, position) => {
    expect(await runOn([franceTravailOffer({ lieuTravail })])).toBe(0)
    expect((await offersById()).get('180HSFM')).toMatchObject({ communeCode, ...position })
  })

  test.each([
    ['none', null, 'no place of work'],
    ['the département alone', { libelle: '02 - Aisne' }, 'commune not found (Aisne)'],
    ['a shared postal code', { codePostal: '02140' }, 'commune not found (02140)'],
    [
      'elsewhere',
      { libelle: '51 - REIMS', codePostal: '51100', commune: '51454', latitude: 49.25, longitude: 4.03 },
      'hors du territoire (département 51)',
    ],
  ])('is refused with its reason: %s', async (_, lieuTravail, reason) => {
    const good = franceTravailOffer({ id: 'GOOD' })
    expect(
      await runOn(`[\n${JSON.stringify(good)},\n${JSON.stringify(franceTravailOffer({ lieuTravail }))}\n]`),
    ).toBe(0)
    expect(output()).toContain(`refused  row 1, line 3, id 180HSFM: ${reason}`)
    expect((await offersById()).size).toBe(1)
  })
})

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

test('5,000 offers come in within a minute, and their progress is shown', { timeout: 120_000 }, async () => {
  const many = Array.from({ length: 5000 }, (_, rank) =>
    franceTravailOffer({ id: `N${rank}`, description: `<p>${'Vous préparez les repas. '.repeat(60)}</p>` }),
  )
  const start = performance.now()
  expect(await runOn(page(...many))).toBe(0)
  expect(performance.now() - start).toBeLessThan(60_000)
  expect(output()).toContain('Importing   2500 of 5000')
  expect(await db().offer.count()).toBe(5000)
  expect(await db().outboxEvent.count()).toBe(5000)
})
