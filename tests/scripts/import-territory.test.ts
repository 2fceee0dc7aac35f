import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { saveCommunes } from '#app/db/communes.server.ts'
import { fetchCommunes } from '#app/gateways/commune-directory.server.ts'
import { importTerritoryCommand } from '#scripts/import-territory.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES } from '#tests/factories/commune.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const folder = mkdtempSync(path.join(tmpdir(), 'actifs-communes-'))
const lines: string[] = []
const output = () => lines.join('\n')
const say = (line: string) => lines.push(line)

const row = (code: string, nom: string, [longitude, latitude]: [number, number], more = {}) => ({
  nom,
  code,
  codesPostaux: ['02000'],
  population: 24220,
  siren: '210204087',
  codeEpci: '200043495',
  centre: { type: 'Point', coordinates: [longitude, latitude] },
  ...more,
})
const LAON = row('02408', 'Laon', [3.6, 49.5])

function runOn(content: unknown, ...args: string[]): Promise<number> {
  const file = path.join(folder, 'communes.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  lines.length = 0
  return importTerritoryCommand(['--file', file, ...args], say)
}

beforeEach(async () => {
  await db().outboxEvent.deleteMany()
  await saveCommunes(db(), [{ ...COMMUNES.laon, isApproximate: true }])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a file of communes', () => {
  test('creates and updates, with what the service leaves out taken from the built-in list', async () => {
    expect(await runOn([LAON, row('02360', 'Villeneuve-sur-Aisne', [3.97, 49.44])])).toBe(0)
    expect(output()).toContain('1 created, 1 updated, 0 unchanged, 0 refused')
    expect(await db().commune.findUnique({ where: { inseeCode: '02408' } })).toMatchObject({
      latitude: 49.5,
      longitude: 3.6,
      isApproximate: false,
      searchName: 'laon',
      epciName: 'CA du Pays de Laon',
    })
    expect((await db().commune.findUnique({ where: { inseeCode: '02360' } }))?.formerNames).toContain(
      'guignicourt',
    )
    await runOn([LAON, row('02360', 'Villeneuve-sur-Aisne', [3.97, 49.44])])
    expect(output()).toContain('0 created, 0 updated, 2 unchanged')
  })

  test('moves the people and the offers that stood at the old centre, once, and tells it', async () => {
    const { profile } = await createCandidate()
    const [placed, elsewhere] = [await createOffer(), await createOffer({ latitude: 49.6, longitude: 3.7 })]
    await saveCommunes(db(), [{ ...COMMUNES.laon, isApproximate: true }])
    await db().outboxEvent.deleteMany()
    await runOn([LAON])
    await runOn([LAON])
    const at = { latitude: 49.5, longitude: 3.6, version: 2 }
    expect(await db().profile.findUnique({ where: { id: profile.id } })).toMatchObject(at)
    expect(await db().offer.findUnique({ where: { id: placed.id } })).toMatchObject(at)
    expect(await db().offer.findUnique({ where: { id: elsewhere.id } })).toMatchObject({
      latitude: 49.6,
      version: 1,
    })
    const events = await db().outboxEvent.findMany({ orderBy: { type: 'asc' } })
    expect(events.map(({ type, payload }) => ({ type, payload }))).toEqual([
      { type: 'offer.edited', payload: { offerId: placed.id } },
      { type: 'profile.changed', payload: { profileId: profile.id } },
    ])
  })

  test('bad rows are refused with their index and reason, the others come in', async () => {
    const rows = [
      null,
      row('02001', 'Abbécourt', [3.18, 49.6], { centre: null }),
      row('99', 'X', [3, 49]),
      LAON,
    ]
    expect(await runOn(rows)).toBe(0)
    expect(output()).toContain('refused  row 0: expected an object')
    expect(output()).toContain('refused  row 1 (02001): missing centre')
    expect(output()).toContain('refused  row 2 (99): wrong INSEE code')
    expect(output()).toContain('3 refused')
  })

  test('with a département, communes of another one are refused', async () => {
    await runOn([LAON, row('51454', 'Reims', [4.03, 49.25])], '--departement', '02')
    expect(output()).toContain('refused  51454: not in département 02')
    expect(await db().commune.count({ where: { inseeCode: '51454' } })).toBe(0)
  })

  test('opens the territory with its help number and hours, once, and says what it lacks', async () => {
    const territories = () => db().territory.findMany()
    await db().profile.deleteMany()
    await db().account.deleteMany()
    await db().offer.deleteMany()
    await db().organisation.deleteMany()
    await db().territory.deleteMany()
    expect(await runOn([LAON], '--help-phone', '03 23 24 89 00')).toBe(0)
    expect(output()).toContain('Aisne is not open yet: give --help-hours')
    expect(await territories()).toEqual([])
    const words = ['--help-phone', '03 23 24 89 00', '--help-hours', 'lundi–vendredi 9 h–12 h']
    await runOn([LAON], ...words)
    expect(output()).toContain('Aisne: opened')
    expect(await territories()).toMatchObject([
      { departementCode: '02', name: 'Aisne', helpPhone: '+33323248900', latitude: 49.5, longitude: 3.6 },
    ])
    await runOn([LAON], '--help-phone', '03 23 00 00 01')
    expect(await territories()).toMatchObject([
      { helpPhone: '+33323000001', helpHours: 'lundi–vendredi 9 h–12 h' },
    ])
    await expect(runOn([LAON], '--help-phone', '12')).rejects.toThrow('"12" is not a telephone number')
  })

  test('nothing good in it: exit code 1', async () => {
    expect(await runOn([])).toBe(1)
    expect(await runOn({ message: 'no' })).toBe(1)
  })

  test.each([
    ['', 'is empty'],
    ['[{"nom":', 'is not JSON, or is cut short'],
  ])('that holds %j stops the command', (text, message) => expect(() => runOn(text)).rejects.toThrow(message))

  test('a missing file, nothing named, a wrong code stop the command', async () => {
    const run = (...args: string[]) => importTerritoryCommand(args, say)
    await expect(run('--file', path.join(folder, 'none.json'))).rejects.toThrow('No such file')
    await expect(run()).rejects.toThrow('Name a département or a file')
    await expect(run('--departement', 'Aisne')).rejects.toThrow('is not the code of a département')
  })
})

describe('the service', () => {
  let server: Server
  let baseUrl = ''
  let asked: string[] = []
  let answers: ((response: ServerResponse) => void)[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      answers.shift()?.(response)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  beforeEach(() => {
    asked = []
    answers = []
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const withStatus =
    (status: number, body = '') =>
    (response: ServerResponse) => {
      response.writeHead(status).end(body)
    }
  const fetchQuickly = () => fetchCommunes('02', { baseUrl, firstWaitMs: 1, timeLimitMs: 1500 })

  test('is asked for a département with its fields, and imported', async () => {
    answers = [withStatus(200, JSON.stringify([LAON]))]
    expect(await importTerritoryCommand(['--departement', '02'], say, baseUrl)).toBe(0)
    const url = new URL(asked[0] ?? '', baseUrl)
    expect(url.pathname).toBe('/communes')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      codeDepartement: '02',
      fields: 'nom,code,codesPostaux,population,siren,codeEpci,centre',
    })
  })

  test('is asked again after silence, a cut, an overload and a half answer', async () => {
    answers = [() => {}, withStatus(429), withStatus(200, '[]')]
    expect(await fetchQuickly()).toEqual([])
    answers = [(response) => response.destroy(), withStatus(200, '[{'), withStatus(200, '[]')]
    expect(await fetchQuickly()).toEqual([])
    expect(asked).toHaveLength(6)
  })

  test('is given up after three tries, with what to do', async () => {
    answers = [withStatus(503), withStatus(502), withStatus(503)]
    await expect(fetchQuickly()).rejects.toThrow(/cannot be reached \(HTTP 503, 3 tries\).*--file/)
  })

  test('is not asked again after a refusal', async () => {
    answers = [withStatus(400)]
    await expect(fetchQuickly()).rejects.toThrow('refused the département 02: HTTP 400')
    expect(asked).toHaveLength(1)
  })
})
