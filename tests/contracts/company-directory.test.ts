import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CompanyDirectory, Establishment } from '#app/gateways/company-directory.server.ts'
import { companyDirectoryApi } from '#app/gateways/company-directory-api.server.ts'
import { companyDirectoryOffline } from '#app/gateways/company-directory-offline.server.ts'
import { companyJson, startDirectoryServer } from './company-directory-double.ts'

const FARM = '99990001200017'
const ASSOCIATION = '99990002000010'
const CLOSED = '99990003800012'
const ENDED = '35600000049837'
const ABSENT = '99990004600015'

const known: Establishment[] = [
  {
    siret: FARM,
    name: 'FERME DES TROIS TILLEULS',
    address: '3 RUE DES TILLEULS 02140 VERVINS',
    communeCode: '02789',
    activity: '01.13Z',
    isAssociation: false,
    rna: null,
    isClosed: false,
  },
]
const base = known[0] as Establishment
known.push({ ...base, siret: ASSOCIATION, name: 'JARDINS', isAssociation: true, rna: 'W029990002' })
known.push({ ...base, siret: CLOSED, isClosed: true }, { ...base, siret: ENDED, isClosed: true })

const association = { est_association: true, identifiant_association: 'W029990002' }
const companies = {
  [FARM]: companyJson(FARM),
  [ASSOCIATION]: companyJson(ASSOCIATION, { complements: association }, { nom_commercial: 'JARDINS' }),
  [CLOSED]: companyJson(CLOSED, {}, { etat_administratif: 'F' }),
  [ENDED]: companyJson(ENDED, { etat_administratif: 'C' }),
}

let server: Awaited<ReturnType<typeof startDirectoryServer>>
beforeAll(async () => {
  server = await startDirectoryServer(companies)
})
afterAll(() => server.close())
afterEach(() => {
  server.asked.length = 0
  server.next.length = 0
})

let now = 0
const api = (): CompanyDirectory => companyDirectoryApi({ url: server.url, timeoutMs: 300, clock: () => now })
const engines: Record<string, () => CompanyDirectory> = {
  offline: () => companyDirectoryOffline(known),
  api,
}

describe.each(Object.keys(engines))('the company directory, %s', (name) => {
  const directory = () => (engines[name] as () => CompanyDirectory)()

  test.each(known)('$siret is found with what it says of itself', async (establishment) => {
    expect(await directory().findEstablishment(establishment.siret)).toEqual({ kind: 'found', establishment })
  })

  test('a number nobody knows is unknown, which is no refusal', async () => {
    expect(await directory().findEstablishment(ABSENT)).toEqual({ kind: 'unknown' })
  })

  test.each(['99990001200018', '', "' or 1=1 --", '999900012'])('"%s" is unknown', async (wrong) => {
    expect(await directory().findEstablishment(wrong)).toEqual({ kind: 'unknown' })
    expect(server.asked).toEqual([])
  })
})

describe('the official directory', () => {
  test('is asked in its own words', async () => {
    await api().findEstablishment(FARM)
    expect(server.asked.map(({ pathname, search }) => pathname + search)).toEqual([
      `/search?q=${FARM}&minimal=true&include=siege%2Cmatching_etablissements%2Ccomplements`,
    ])
  })

  test('an answer is kept two hours, and no longer', async () => {
    const directory = api()
    now = 0
    await directory.findEstablishment(FARM)
    now = 2 * 3_600_000 - 1
    await directory.findEstablishment(FARM)
    expect(server.asked).toHaveLength(1)
    now += 1
    await directory.findEstablishment(FARM)
    expect(server.asked).toHaveLength(2)
  })

  test('too many requests: it waits as told when that is short, then asks once more', async () => {
    server.next.push({ status: 429, headers: { 'Retry-After': '0' } })
    expect(await api().findEstablishment(FARM)).toMatchObject({ kind: 'found' })
    expect(server.asked).toHaveLength(2)
  })

  test('too many requests and a long pause: nobody asks before it is over', async () => {
    const directory = api()
    now = 0
    server.next.push({ status: 429, headers: { 'Retry-After': '30' } })
    expect(await directory.findEstablishment(FARM)).toEqual({ kind: 'unavailable' })
    now = 29_999
    expect(await directory.findEstablishment(ASSOCIATION)).toEqual({ kind: 'unavailable' })
    expect(server.asked).toHaveLength(1)
    now = 30_000
    expect(await directory.findEstablishment(FARM)).toMatchObject({ kind: 'found' })
  })

  test.each([
    ['an outage', { status: 503 }],
    ['an answer that is not JSON', { body: '<html>' }],
    ['an answer of another shape', { body: '{"erreur":"oui"}' }],
    ['silence', { delayMs: 2000 }],
    ['an answer that sends elsewhere', { status: 302, headers: { Location: `/?q=${FARM}` } }],
  ])('%s is unavailable, and is not kept', async (_, answer) => {
    const directory = api()
    server.next.push(answer)
    expect(await directory.findEstablishment(FARM)).toEqual({ kind: 'unavailable' })
    expect(await directory.findEstablishment(FARM)).toMatchObject({ kind: 'found' })
  })

  test('another establishment of the same company is not the one asked for', async () => {
    server.next.push({ body: JSON.stringify({ results: [companyJson(ASSOCIATION)] }) })
    expect(await api().findEstablishment(FARM)).toEqual({ kind: 'unknown' })
  })
})
