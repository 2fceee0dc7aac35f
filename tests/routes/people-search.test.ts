import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { loader } from '#app/routes/structure.personnes.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

type Page = {
  people: { name: string | null; reasons: string[]; reference: string }[]
  total: number
  communes: { name: string; count: number }[]
  isVerified: boolean
  isOccupationUnknown: boolean
  isPlaceUnknown: boolean
  communeChoices: unknown[]
  pageCount: number
}

let cookie: string
let accountId: string
beforeAll(async () => {
  await createCommunes()
  await createReferences()
  const { account } = await createRecruiter()
  accountId = account.id
  cookie = await signIn(accountId)
  await person('Aline')
  await person('Bruno', { profile: { licences: ['CE'], availableFrom: '2099-01-01', kinds: ['seasonal'] } })
  await person('Chloé', {
    profile: { projects: [{ occupationCode: 'A1405', experience: 'none' }], skills: [] },
  })
  await person('Loin', {
    profile: { ...at('vervins'), travel: { means: 'car', maxKm: 80, maxMinutes: null } },
  })
  await person('Casanière', {
    profile: { ...at('vervins'), travel: { means: 'foot', maxKm: 2, maxMinutes: null } },
  })
  await person('Cachée', { profile: { visibility: 'hidden' } })
  await person('Suspendue', { account: { status: 'suspended', suspensionReason: 'reasoned_decision' } })
  await person('Stop', { account: { channel: 'none' } })
})

const at = (name: 'vervins') => {
  const { inseeCode: communeCode, latitude, longitude } = COMMUNES[name]
  return { communeCode, latitude, longitude }
}
const person = (firstName: string, more: Parameters<typeof createCandidate>[0] = {}) =>
  createCandidate({
    account: { firstName, lastName: 'Zzyzx', ...more.account },
    profile: { visibility: 'visible', ...more.profile },
  })
const read = async (query = '', as = cookie) => {
  const path = `/structure/personnes${query}`
  return (await answerOf(() => loader(routeArgs(requestTo(path, { cookie: as }))))).body as Page
}
const names = async (query: string) => (await read(query)).people.map(({ name }) => name?.split(' ')[0])

describe('the people an organisation finds', () => {
  const ASKED: [string, string[]][] = [
    ['', ['Aline', 'Bruno', 'Chloé']],
    ['?rayon=100', ['Aline', 'Bruno', 'Chloé', 'Loin']],
    ['?q=cuisines', ['Aline', 'Bruno']],
    ['?permis=B', ['Aline', 'Bruno', 'Chloé']],
    ['?permis=CE', ['Bruno']],
    ['?genre=emploi', ['Aline', 'Chloé']],
    ['?libre=2030-01-01', ['Aline', 'Chloé']],
    ['?savoir=eplucher-couper', ['Aline', 'Bruno']],
    ['?lieu=Vervins&rayon=5', ['Loin', 'Casanière']],
  ]
  test.each(ASKED)('%s', async (query, expected) => {
    expect((await names(query)).sort()).toEqual([...expected].sort())
  })

  test('are told apart by what was asked, and not by name, contact or id', async () => {
    const page = await read('?q=cuisine')
    expect(page.people[0]).toMatchObject({
      reasons: expect.arrayContaining(['C’est le métier cherché en premier.']),
    })
    const text = JSON.stringify(page)
    for (const { id, account } of await db().profile.findMany({ include: { account: true } }))
      for (const secret of [id, account.id, account.phone ?? 'Zzyzx', account.email ?? 'Zzyzx', 'Zzyzx'])
        expect(text).not.toContain(secret)
    const again = await read('?q=cuisine')
    expect(again.people[0]?.reference).not.toBe(page.people[0]?.reference)
  })

  test('are logged when they are listed, and not when they are counted', async () => {
    const before = await countRows()
    const lines = () => db().accessLog.count({ where: { accountId, purpose: 'list' } })
    const first = await lines()
    await read('')
    expect(await lines()).toBe(first + 3)
    expect((await read('?vue=communes&rayon=100')).communes).toEqual([
      expect.objectContaining({ name: 'Laon', count: 3 }),
      expect.objectContaining({ name: 'Vervins', count: 1 }),
    ])
    expect(await lines()).toBe(first + 3)
    expect(await countRows()).toEqual(before)
  })

  test('are nobody where the words are not known, or a postal code has several communes', async () => {
    expect(await read('?q=zzzzzz')).toMatchObject({ people: [], isOccupationUnknown: true })
    expect(await read('?lieu=zzzzzz')).toMatchObject({ people: [], isPlaceUnknown: true })
    const asked = await read('?lieu=02140')
    expect(asked.people).toEqual([])
    expect(asked.communeChoices).toHaveLength(2)
  })

  test('are nobody to an organisation that is not verified', async () => {
    const { id: organisationId } = await createOrganisation({ state: 'pending' })
    const { account } = await createRecruiter({ organisationId })
    const as = await signIn(account.id)
    expect(await read('', as)).toMatchObject({ isVerified: false, people: [], total: 0 })
    expect(await read('?vue=communes', as)).toMatchObject({ communes: [] })
  })

  test('of another territory are never found', async () => {
    const other = await createTerritory({ departementCode: '01' })
    await person('Ailleurs', { account: { territoryId: other.id } })
    expect(await names('')).not.toContain('Ailleurs')
  })
})
