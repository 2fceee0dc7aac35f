import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findLookAlikes, type SoughtPerson, searchPeople } from '#app/db/sought-people.server.ts'
import type { Account } from '#app/domain/account.ts'
import { createAccount, createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

let territoryId = ''
const idOf: Record<string, string> = {}

async function person(firstName: string, lastName: string, more: Partial<Account> = {}, birthMonth?: number) {
  const { account } = await createCandidate({ account: { firstName, lastName, ...more } })
  if (birthMonth) await db().account.update({ where: { id: account.id }, data: { birthMonth } })
  idOf[`${firstName} ${lastName}`] = account.id
  return account
}

beforeAll(async () => {
  territoryId = (await createTerritory()).id
  await person('Nadia', 'Benali', { phone: '+33639987001', email: 'nadia@example.org' }, 3)
  await person('Élodie', 'Lefèvre')
  await person('Thị Mai', 'Nguyễn')
  await person('Mohamed', 'El Amrani', {}, 7)
  await person('Jean-Pierre', 'Thibault')
  await person('Sarah', 'Petit')
  await person('Bernard', 'Moreau')
  await createAccount({ firstName: '', lastName: '' })
})

const search = async (sought: SoughtPerson, limit = 20) =>
  (await searchPeople(db(), { territoryId, sought, limit })).map(({ accountId }) => accountId)
const byName = (text: string) => search({ kind: 'name', words: text.split(' ') })

describe('a name that sounds alike finds the person', () => {
  test.each([
    ['Benali', 'Nadia Benali'],
    ['Ben Ali', 'Nadia Benali'],
    ['Benaly', 'Nadia Benali'],
    ['nadia ben ali', 'Nadia Benali'],
    ['BENALY Nadya', 'Nadia Benali'],
    ['Lefebvre', 'Élodie Lefèvre'],
    ['Lefèvre', 'Élodie Lefèvre'],
    ['elodie lefebvre', 'Élodie Lefèvre'],
    ['Nguyen', 'Thị Mai Nguyễn'],
    ['Nguyễn', 'Thị Mai Nguyễn'],
    ['Nguien Thi Mai', 'Thị Mai Nguyễn'],
    ['Mohammed Elamrani', 'Mohamed El Amrani'],
    ['Jean Pierre Tibault', 'Jean-Pierre Thibault'],
  ])('%s', async (typed, name) => {
    expect((await byName(typed))[0]).toBe(idOf[name])
  })

  test.each(['Carpentier', 'Zidane', '王', "'; drop table account; --", '%', ''])(
    '%j finds nobody',
    async (typed) => {
      expect(await byName(typed)).toEqual([])
    },
  )

  test('others are not in the way: a full name finds its person alone', async () => {
    expect(await byName('Nadia Benali')).toEqual([idOf['Nadia Benali']])
  })
})

describe('who is found', () => {
  test('by the whole phone or e-mail', async () => {
    expect(await search({ kind: 'phone', phone: '+33639987001' })).toEqual([idOf['Nadia Benali']])
    expect(await search({ kind: 'email', email: 'nadia@example.org' })).toEqual([idOf['Nadia Benali']])
    expect(await search({ kind: 'phone', phone: '+33639987009' })).toEqual([])
  })

  test('neither a professional, nor somebody of another territory, nor somebody who is gone', async () => {
    await createOfficer({ firstName: 'Solange', lastName: 'Vermandois' })
    const elsewhere = await createTerritory({ departementCode: '01', name: 'Ain' })
    await createAccount({ territoryId: elsewhere.id, firstName: 'Solange', lastName: 'Vermandois' })
    const gone = await createAccount({ territoryId, firstName: 'Solange', lastName: 'Vermandois' })
    const stripped = { firstName: '', lastName: '', phone: null, email: null, status: 'suspended' }
    await db().account.update({ where: { id: gone.id }, data: { ...stripped, erasedAt: new Date() } })
    expect(await byName('Solange Vermandois')).toEqual([])
    const { account } = await createRecruiter({
      territoryId,
      account: { firstName: 'Solange', lastName: 'Vermandois' },
    })
    expect(await byName('Solange Vermandois')).toEqual([account.id])
  })

  test('never more than asked for', async () => {
    for (let i = 0; i < 25; i++) await createAccount({ territoryId, firstName: 'Marie', lastName: 'Durand' })
    expect(await byName('Marie Durand')).toHaveLength(20)
  })
})

describe('look-alikes of somebody about to be registered', () => {
  const asked = { firstName: 'Nadya', lastName: 'Ben Ali', phone: null, email: null, birthMonth: null }
  const find = async (more: Partial<Parameters<typeof findLookAlikes>[1]> = {}) =>
    (await findLookAlikes(db(), { territoryId, ...asked, limit: 10, ...more })).map(
      ({ accountId, isSameContact }) => [accountId, isSameContact],
    )
  const nadia = () => idOf['Nadia Benali']

  test('by both names, in either order', async () => {
    expect(await find()).toEqual([[nadia(), false]])
    expect(await find({ firstName: 'Ben Ali', lastName: 'Nadya' })).toEqual([[nadia(), false]])
    expect(await find({ firstName: 'Karim' })).toEqual([])
    expect(await find({ exceptId: nadia() ?? '' })).toEqual([])
  })

  test('two months that differ tell two people apart; one that is unknown does not', async () => {
    expect(await find({ birthMonth: 3 })).toEqual([[nadia(), false]])
    expect(await find({ birthMonth: 4 })).toEqual([])
    expect(await find({ firstName: 'Elodie', lastName: 'Lefebvre', birthMonth: 4 })).toEqual([
      [idOf['Élodie Lefèvre'], false],
    ])
  })

  test('the same phone or e-mail counts whatever the name and the month', async () => {
    const other = { firstName: 'Zoé', lastName: 'Zimmer', birthMonth: 11 }
    expect(await find({ ...other, phone: '+33639987001' })).toEqual([[nadia(), true]])
    expect(await find({ ...other, email: 'nadia@example.org' })).toEqual([[nadia(), true]])
  })
})
