import { db } from '#app/db/client.server.ts'
import {
  changeCvEntry,
  createCvEntry,
  findCvEntry,
  listCvEntries,
  removeCvEntry,
} from '#app/db/cv-entries.server.ts'
import { findCvFile, removeCvFile } from '#app/db/cv-files.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import {
  findRegisteredOrganisation,
  listRegisteredOrganisations,
} from '#app/db/organisations-to-verify.server.ts'
import { findPerson, findPersonRelation, listPortfolio } from '#app/db/persons.server.ts'
import { findContactedProfile, findProfile, findProfileOfAccount } from '#app/db/profiles.server.ts'
import {
  createSavedSearch,
  findSavedSearch,
  listSavedSearches,
  removeSavedSearch,
} from '#app/db/saved-searches.server.ts'
import { eachOf, foundOf, idsOf, PAGE, type Reader, type Readers } from './world.ts'

const reader =
  (of: Reader['of'], reached: Reader['reached']) =>
  (read: Reader['read']): Reader => ({ of, reached, read })

const organisations = reader('organisations', {
  organisation: ['here'],
  territory: ['here', 'beside'],
  system: ['here', 'beside', 'away'],
})
const profiles = reader('profiles', {
  candidate: ['self'],
  territory: ['self', 'other'],
  system: ['self', 'other', 'stranger'],
})
const persons = reader('profiles', { territory: ['self', 'other'] })
const searches = reader('searches', { candidate: ['self'], system: ['self', 'other', 'stranger'] })
const cvFiles = reader('profiles', { candidate: ['self'], system: ['self', 'other', 'stranger'] })
const cvEntries = reader('cvEntries', { candidate: ['self'], system: ['self', 'other', 'stranger'] })

export const PEOPLE_READERS: Readers = {
  findOrganisation: organisations(({ named }, scope) =>
    foundOf(named.organisations, (id) => findOrganisation(db(), scope, id)),
  ),
  findRegisteredOrganisation: organisations(({ named }, scope) =>
    foundOf(named.organisations, (id) => findRegisteredOrganisation(db(), scope, id)),
  ),
  listRegisteredOrganisations: organisations(async (_, scope) =>
    idsOf(
      (await listRegisteredOrganisations(db(), scope, { state: 'verified', limit: 50 })).map(
        ({ organisation }) => organisation,
      ),
    ),
  ),
  findProfile: profiles(({ named }, scope) => foundOf(named.profiles, (id) => findProfile(db(), scope, id))),
  findContactedProfile: profiles(({ named }, scope) =>
    foundOf(named.profiles, (id) => findContactedProfile(db(), scope, id)),
  ),
  findProfileOfAccount: profiles(({ accounts }, scope) =>
    eachOf(accounts, async (id) => {
      const profile = await findProfileOfAccount(db(), scope, id)
      return profile ? [profile.id] : []
    }),
  ),
  findPerson: persons(({ named }, scope) => foundOf(named.profiles, (id) => findPerson(db(), scope, id))),
  findPersonRelation: persons(({ named, referentId: accountId }, scope) =>
    foundOf(named.profiles, (profileId) => findPersonRelation(db(), scope, { accountId, profileId })),
  ),
  listPortfolio: persons(async (world, scope) => {
    const { people, total } = await listPortfolio(db(), scope, { ...PAGE, referentId: world.referentId })
    return total === people.length ? idsOf(people.map(({ profile }) => profile)) : [`${total} in all`]
  }),
  findCvFile: cvFiles(({ named }, scope) => foundOf(named.profiles, (id) => findCvFile(db(), scope, id))),
  removeCvFile: cvFiles(({ named }, scope) =>
    foundOf(named.profiles, async (id) => {
      const file = await db().cvFile.findUnique({ where: { profileId: id } })
      const isRemoved = await removeCvFile(db(), scope, id)
      if (file && isRemoved) await db().cvFile.create({ data: file })
      return isRemoved
    }),
  ),
  listCvEntries: cvEntries(({ named }, scope) =>
    eachOf(named.profiles, async (id) => idsOf(await listCvEntries(db(), scope, id))),
  ),
  findCvEntry: cvEntries(({ named }, scope) =>
    foundOf(named.cvEntries, (id) => findCvEntry(db(), scope, id)),
  ),
  changeCvEntry: cvEntries(({ named }, scope) =>
    foundOf(named.cvEntries, (id) => changeCvEntry(db(), scope, id, { title: 'Cueillette' })),
  ),
  removeCvEntry: cvEntries(({ named }, scope) =>
    foundOf(named.cvEntries, async (id) => {
      const entry = await findCvEntry(db(), { kind: 'system' }, id)
      const isRemoved = await removeCvEntry(db(), scope, id)
      if (entry && isRemoved) await createCvEntry(db(), entry)
      return isRemoved
    }),
  ),
  findSavedSearch: searches(({ named }, scope) =>
    foundOf(named.searches, (id) => findSavedSearch(db(), scope, id)),
  ),
  listSavedSearches: searches(({ named }, scope) =>
    eachOf(named.profiles, async (id) => idsOf(await listSavedSearches(db(), scope, id))),
  ),
  removeSavedSearch: searches(({ named }, scope) =>
    foundOf(named.searches, async (id) => {
      const search = await findSavedSearch(db(), { kind: 'system' }, id)
      const isRemoved = await removeSavedSearch(db(), scope, id)
      if (search && isRemoved) await createSavedSearch(db(), search)
      return isRemoved
    }),
  ),
}
