import {
  createAccounts,
  createApplications,
  createHistory,
  createMatches,
  createMemberships,
  createMessages,
  createOffers,
  createOrganisations,
  createProfiles,
  refreshStatistics,
} from '#app/db/bulk.server.ts'
import { db } from '#app/db/client.server.ts'
import { listMatchOffers, listMatchPeople } from '#app/db/match-candidates.server.ts'
import { settleEventsBefore } from '#app/db/outbox.server.ts'
import { findHomeTerritory, saveTerritory } from '#app/db/territories.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { allocateTerritory } from '#app/use-cases/allocate-territory.server.ts'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { reindexOffers } from '#search/reindex.server.ts'
import { drawApplications } from './applications.ts'
import { curate } from './curation.ts'
import { tellCvs } from './cvs.ts'
import { castDemo } from './demo-accounts.ts'
import { drawId, HOUR_MS } from './draw.ts'
import { writeManyHats } from './many-hats.ts'
import { rankEverybody, toMatches } from './matches.ts'
import { drawMessages } from './messages.ts'
import { drawOffers } from './offers.ts'
import { drawOrganisations } from './organisations.ts'
import { drawPeople } from './people.ts'
import { writePortfolio } from './portfolio.ts'
import { writeReferences } from './references.ts'
import type { SeedCounts } from './scales.ts'
import { nameStopped, tellStopped } from './stopped-people.ts'
import { tellApplications } from './story-applications.ts'
import { importElsewhere, listPublishedIds } from './story-imports.ts'
import { tellMatches } from './story-matches.ts'
import { tellOffers } from './story-offers.ts'
import { officerOf, told } from './story-teller.ts'
import { aisne } from './territory.ts'
import { inviteTwo } from './waiting-invitations.ts'

const SEED = 2021_02

export type SeedOptions = { counts: SeedCounts; now: Date; seed?: number; say?: (line: string) => void }

/**
 * Fills an empty database with a fictional Aisne. The same seed, counts and instant give the same content. The story, one
 * offer, application and proposal of each state, goes through the use cases; the crowd is written at once. What happened
 * before the last hour is taken as told; what is younger is left for the worker. Returns false when a territory is there.
 */
export async function seedDatabase(options: SeedOptions): Promise<boolean> {
  const { counts, now, seed = SEED, say = () => {} } = options
  if (await findHomeTerritory(db())) return false
  const random = createRandom(seed)
  const communes = loadOfflineCommunes(aisne.departementCode)
  say(`Reference   ${communes.length} communes, occupations, skills, licences`)
  await writeReferences(db(), communes)
  const territory = await saveTerritory(db(), { id: drawId(random), ...aisne })
  const place = { territoryId: territory.id, communes, now }

  say(`People      ${counts.people} people, ${counts.organisations} organisations`)
  const cast = castDemo(random, place)
  const people = drawPeople(random, counts.people, place)
  const stopped = nameStopped(people)
  const organisations = drawOrganisations(random, counts.organisations, place)
  const everybody = [...cast.people, ...people]
  const employers = [...Object.values(cast.organisations), ...organisations]
  await createAccounts(db(), [
    ...everybody.map(({ account }) => account),
    ...employers.map(({ recruiter }) => recruiter),
    ...cast.staff,
  ])
  await createProfiles(
    db(),
    everybody.map(({ profile }) => profile),
  )
  await tellCvs(cast.people, now)
  await writePortfolio(createRandom(seed + 1), {
    place,
    followed: [...cast.people.slice(0, 3), ...people.slice(0, 9)],
  })
  const newcomers = organisations.slice(5, 8)
  for (const { organisation } of newcomers) organisation.state = 'pending'
  await createOrganisations(
    db(),
    employers.map(({ organisation }) => organisation),
  )
  await createMemberships(
    db(),
    employers.map(({ organisation, recruiter }) => ({
      accountId: recruiter.id,
      organisationId: organisation.id,
      createdAt: organisation.createdAt,
    })),
  )
  await writeManyHats(createRandom(seed + 2), { place, organisations: cast.organisations })

  say(`Offers      the story, then ${counts.offers} offers`)
  const story = await tellOffers(random, { cast, newcomers, now })
  await importElsewhere(territory.id, now)
  const others = organisations.filter((one) => !newcomers.includes(one))
  const offers = drawOffers(random, counts, { organisations: others, now })
  await createOffers(
    db(),
    offers.map(({ offer }) => offer),
  )
  await createHistory(
    db(),
    'offer',
    offers.flatMap(({ history }) => history),
  )

  say('Matching    every offer on line with everybody')
  const published = await listPublishedIds(territory.id)
  const onLine = await listMatchOffers(published, territory.settings.maxApplicationsPerOffer)
  const ranked = rankEverybody({
    people: await listMatchPeople(
      everybody.filter(({ account }) => account.status === 'active').map(({ profile }) => profile.id),
    ),
    offers: onLine.sort((a, b) => published.indexOf(a.offerId) - published.indexOf(b.offerId)),
    today: parisDate(now),
  })
  const matches = toMatches(random, ranked, place)
  const personOf = new Map(everybody.map((person) => [person.profile.id, person]))
  const officer = officerOf(cast.staff[0] as (typeof cast.staff)[number])
  const curated = curate(random, matches, {
    officerId: cast.staff[0]?.id ?? '',
    offers: new Map(offers.map(({ offer }) => [offer.id, offer])),
    people: personOf,
    now,
  })
  await createMatches(db(), matches)
  await createHistory(db(), 'match', curated.history)

  say('Story       applications, proposals, messages')
  const active = people.filter(({ account }) => account.status === 'active')
  await tellApplications({ cast, offers: story, neighbours: active.slice(0, 10), now })
  const sent = await tellMatches({
    officer,
    offers: [story.seasonal, story.clause, story.mission, story.mornings, story.cleaning],
    people: personOf,
    awaited: cast.people[0] as (typeof cast.people)[number],
    now,
  })
  const crowd = drawApplications(random, {
    offers,
    people: active.slice(10),
    applied: matches.filter(({ state }) => state === 'applied'),
    now,
  })
  await createApplications(db(), crowd.applications)
  await createHistory(db(), 'application', crowd.history)
  await createMessages(db(), drawMessages(random, [...sent, ...curated.sent], now))
  await refreshStatistics(db())
  told(await allocateTerritory({ territoryId: territory.id, now }))
  await settleEventsBefore(db(), new Date(now.getTime() - HOUR_MS), now)

  await tellStopped(createRandom(seed + 1), { stopped, staff: cast.staff, now })
  await inviteTwo({ organisation: cast.organisations.vineyard, staff: cast.staff, now })

  say('Search      indexing the offers on line')
  await reindexOffers()
  return true
}
