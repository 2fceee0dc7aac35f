import { countAnswers, listAnswerCounts } from '#app/db/answer-counts.server.ts'
import {
  findApplication,
  listApplicationsOfProfile,
  listOpenApplications,
} from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import { findNamedApplication, listNamedApplications } from '#app/db/named-applications.server.ts'
import {
  countApplicationsByOffer,
  findPersonalApplication,
  listApplicationsWithKind,
  listPersonalApplications,
} from '#app/db/organisation-applications.server.ts'
import { eachOf, foundOf, idsOf, PAGE, type Reached, type Reader, type Readers } from './world.ts'

const HERE = ['here by self', 'here by other']
const BESIDE = ['beside by self', 'beside by other']

/** Who answers what: the people's own, the organisation's, the territory's. */
export const PAIRS: Required<Omit<Reached, 'public'>> = {
  candidate: ['here by self', 'beside by self'],
  organisation: HERE,
  territory: [...HERE, ...BESIDE],
  system: [...HERE, ...BESIDE, 'away by stranger'],
}

const reading = (read: Reader['read']): Reader => ({ of: 'applications', reached: PAIRS, read })
const ofApplications = (rows: readonly { application: { id: string } }[]) =>
  idsOf(rows.map(({ application }) => application))

const AFTER = new Date('2026-07-01T08:00:00Z')

export const APPLICATION_READERS: Readers = {
  findApplication: reading(({ named }, scope) =>
    foundOf(named.applications, (id) => findApplication(db(), scope, id)),
  ),
  findNamedApplication: reading(({ named }, scope) =>
    foundOf(named.applications, (id) => findNamedApplication(db(), scope, id)),
  ),
  findPersonalApplication: reading(({ named }, scope) =>
    foundOf(named.applications, (id) => findPersonalApplication(db(), scope, id)),
  ),
  listApplicationsOfProfile: reading(({ named }, scope) =>
    eachOf(named.profiles, async (id) => idsOf(await listApplicationsOfProfile(db(), scope, id))),
  ),
  listOpenApplications: {
    of: 'applications',
    reached: {
      candidate: ['here by self'],
      organisation: HERE,
      territory: HERE,
      system: [...HERE, 'away by stranger'],
    },
    read: ({ named }, scope) =>
      eachOf(named.offers, async (id) => idsOf(await listOpenApplications(db(), scope, id))),
  },
  listApplicationsWithKind: reading(({ named }, scope) =>
    eachOf(named.profiles, async (id) => ofApplications(await listApplicationsWithKind(db(), scope, id))),
  ),
  listPersonalApplications: reading(async (_, scope) =>
    ofApplications(await listPersonalApplications(db(), scope, { limit: 50 })),
  ),
  listNamedApplications: reading(async (_, scope) => {
    const { applications, total } = await listNamedApplications(db(), scope, PAGE)
    return total === applications.length ? ofApplications(applications) : [`${total} in all`]
  }),
  countApplicationsByOffer: {
    of: 'offers',
    reached: {
      candidate: ['published here'],
      organisation: ['published here', 'published here'],
      territory: ['published here', 'published here'],
      system: ['published here', 'published here', 'published away'],
    },
    read: async (_, scope) => {
      const counts = await countApplicationsByOffer(db(), scope, ['sent'])
      return [...counts].flatMap(([offerId, count]) => Array.from({ length: count }, () => offerId ?? 'none'))
    },
  },
  countAnswers: {
    of: 'organisations',
    reached: { organisation: ['here', 'here'] },
    read: async ({ named }, scope) => {
      const { due } = await countAnswers(db(), scope, AFTER)
      return Array.from({ length: due }, () => named.organisations.here ?? '')
    },
  },
  // Too few applications anywhere for a rate: `tests/db/answer-counts.test.ts` has enough.
  listAnswerCounts: {
    of: 'organisations',
    reached: {},
    read: async (_, scope) =>
      (await listAnswerCounts(db(), scope, { now: AFTER, limit: 50 })).map(
        ({ organisationId }) => organisationId,
      ),
  },
}
