import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { mergeOccupations } from '#app/domain/occupation.merge.ts'
import { importOccupationsCommand } from '#scripts/import-occupations.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const folder = mkdtempSync(path.join(tmpdir(), 'actifs-rome-'))
const lines: string[] = []
const output = () => lines.join('\n')

function run(files: Record<string, string>): Promise<number> {
  const dir = mkdtempSync(path.join(folder, 'dir-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dir, name), text)
  lines.length = 0
  return importOccupationsCommand(['--dir', dir], (line) => lines.push(line))
}

const OFFICIAL = {
  'unix_referentiel_code_rome_v460_utf8.csv':
    '"code_rome","code_rome_parent","libelle_rome"\n"G1602","G1602","Personnel de cuisine"\n"G1605","G1602","Plonge en restauration"\n"D1101","D1101","Boucherie"\n"X9","",""\n',
  'unix_referentiel_appellation_v460_utf8.csv':
    '"code_ogr","libelle_appellation_long","libelle_appellation_court","code_rome","code_rome_parent","classification"\n"11573","Boucher / Bouchère","Boucher","D1101","D1101","PRINCIPALE"\n"11574","Aide de cuisine","Aide","G9999","G1602",""\n"11575","Inconnu","Inconnu","M9999","M9998",""\n',
  'unix_rubrique_mobilite_v460_utf8.csv':
    '"code_rome","code_rome_cible","code_type_mobilite","numero_ordre"\n"G1602","D1101","1","1"\n"G1602","G1605","1","2"\n"D1101","Z1101","1","1"\n"D1101","G1602","1","2"\n',
  'unix_arborescence_v460_utf8.csv': '"a","b"\n"1","2"\n',
}

beforeEach(async () => {
  await db().occupation.deleteMany()
  await createReferences()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the official files', () => {
  test('are told once: the same again tells nothing', async () => {
    await db().outboxEvent.deleteMany()
    await run(OFFICIAL)
    await run(OFFICIAL)
    expect(await db().outboxEvent.findMany({ select: { type: true } })).toEqual([
      { type: 'occupations.imported' },
    ])
  })

  test('bring records, near occupations and appellations; our own words stay', async () => {
    expect(await run(OFFICIAL)).toBe(0)
    expect(await db().occupation.findUnique({ where: { romeCode: 'G1602' } })).toEqual({
      ...OCCUPATIONS.kitchenHelp,
      label: 'Personnel de cuisine',
      near: ['D1101', 'G1605'],
    })
    expect(await db().occupation.findUnique({ where: { romeCode: 'G1605' } })).toEqual({
      ...OCCUPATIONS.dishwasher,
      parentCode: 'G1602',
      label: 'Plonge en restauration',
    })
    expect(await db().occupation.findUnique({ where: { romeCode: 'D1101' } })).toEqual({
      romeCode: 'D1101',
      parentCode: 'D1101',
      domainCode: 'D11',
      label: 'Boucherie',
      plainLabel: 'Boucherie',
      synonyms: [],
      near: ['G1602'],
      skills: [],
    })
    expect(await db().occupation.findUnique({ where: { romeCode: 'A1405' } })).toEqual(
      OCCUPATIONS.grapePicker,
    )
    expect(await db().appellation.findMany({ orderBy: { ogr: 'asc' } })).toEqual([
      { ogr: '11573', label: 'Boucher / Bouchère', romeCode: 'D1101', isMain: true },
      { ogr: '11574', label: 'Aide de cuisine', romeCode: 'G1602', isMain: false },
    ])
  })

  test('say what is refused and what is not used', async () => {
    await run(OFFICIAL)
    expect(output()).toContain('Not used    unix_arborescence_v460_utf8.csv')
    expect(output()).toContain('unix_referentiel_code_rome_v460_utf8.csv, line 5: wrong ROME code "X9"')
    expect(output()).toContain('appellation 11575: its occupation is not known')
  })

  test('given again write nothing', async () => {
    await run(OFFICIAL)
    await run(OFFICIAL)
    expect(output()).toContain('3 occupations (0 new or changed), 2 appellations (0 new or changed)')
  })

  test('may come alone: appellations for the records known here', async () => {
    const name = 'unix_referentiel_appellation_v460_utf8.csv'
    expect(await run({ [name]: OFFICIAL[name] })).toBe(0)
    expect(await db().appellation.findMany()).toMatchObject([{ ogr: '11574', romeCode: 'G1602' }])
  })
})

test('nothing to read: exit code 1, or a clear message', async () => {
  expect(await run({ 'other.csv': 'a,b\n1,2\n' })).toBe(1)
  await expect(run({ 'readme.txt': 'x' })).rejects.toThrow('No CSV, TSV or JSON file')
  const command = (...args: string[]) => importOccupationsCommand(args, () => {})
  await expect(command()).rejects.toThrow('Name files or a folder')
  await expect(command('--dir', path.join(folder, 'none'))).rejects.toThrow('Cannot read')
  await expect(command('--file', path.join(folder, 'none.csv'))).rejects.toThrow('No such file')
  mkdirSync(path.join(folder, 'd.csv'))
  await expect(command('--file', path.join(folder, 'd.csv'))).rejects.toThrow('EISDIR')
})

test('without mobility in the files, near occupations stay', () => {
  const { kitchenHelp } = OCCUPATIONS
  expect(
    mergeOccupations([kitchenHelp], { occupations: [{ ...kitchenHelp, label: 'x' }], mobilities: [] }),
  ).toEqual([{ ...kitchenHelp, label: 'x' }])
})
