// Who is proposed on the demo data, group by group, before and after the allocation of proposals. For people to read.
import { parseArgs } from 'node:util'
import { listAllToServe } from '#app/db/allocations.server.ts'
import { closeDb, db } from '#app/db/client.server.ts'
import { closeRaw, queryRows } from '#app/db/raw.server.ts'
import { listBudgetsLeft } from '#app/db/solicitations.server.ts'
import { PROPOSAL_FLOOR } from '#app/domain/matching/allocate.ts'
import { allocateTerritory } from '#app/use-cases/allocate-territory.server.ts'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { castDemo } from '#prisma/seed/demo-accounts.ts'
import { drawId } from '#prisma/seed/draw.ts'
import { drawPeople } from '#prisma/seed/people.ts'
import { isScale, SCALES } from '#prisma/seed/scales.ts'
import { seedDatabase } from '#prisma/seed/seed-database.ts'
import { migrate } from '#scripts/migrate.mjs'
import { startPostgres } from '#scripts/services.mjs'
import { GROUPINGS, ratesOf } from './fairness-groups.ts'
import { printTable } from './table.ts'

const NOW = new Date('2026-06-01T08:00:00Z')
const FIRST_SHOWN = 10

type Pair = { offerId: string; profileId: string }

const countBy = (pairs: readonly Pair[], key: keyof Pair) => {
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair[key], (counts.get(pair[key]) ?? 0) + 1)
  return counts
}

/** The people of the seed in the order in which it draws them. */
function drawAgain(seed: number, count: number) {
  const random = createRandom(seed)
  const communes = loadOfflineCommunes('02')
  const place = { territoryId: drawId(random), communes, now: NOW }
  castDemo(random, place)
  const people = drawPeople(random, count, place)
  const communeOf = new Map(communes.map((commune) => [commune.inseeCode, commune]))
  return people.flatMap((person) => {
    const commune = communeOf.get(person.profile.communeCode)
    return commune ? [{ person, commune }] : []
  })
}

/** The best ten of each offer, as if nothing were shared out; whom offers propose now; and the same limits in both. */
async function readProposals(territoryId: string) {
  const offers = await listAllToServe(db(), territoryId)
  const before = offers.flatMap(({ offerId, pairs }) =>
    [...pairs]
      .sort((a, b) => b.scoreTenths - a.scoreTenths || a.distanceKm - b.distanceKm)
      .slice(0, FIRST_SHOWN)
      .map(({ profileId }) => ({ offerId, profileId })),
  )
  const after = await queryRows<Pair>(
    'select offer_id as "offerId", profile_id as "profileId" from allocation',
  )
  const budgets = await listBudgetsLeft(db(), { territoryId, profileIds: null, now: NOW })
  const sum = (pairs: readonly Pair[]) => {
    const [byOffer, byPerson] = [countBy(pairs, 'offerId'), countBy(pairs, 'profileId')]
    const floors = offers.map(({ offerId, served, pairs: own }) => ({
      had: (byOffer.get(offerId) ?? 0) + served,
      due: Math.min(PROPOSAL_FLOOR, own.length + served),
    }))
    return {
      proposals: pairs.length,
      people: byPerson.size,
      above_budget: [...byPerson].filter(([id, count]) => count > (budgets.get(id) ?? 0)).length,
      most_for_a_person: Math.max(0, ...byPerson.values()),
      offers_under_floor: floors.filter(({ had, due }) => had < due).length,
      offers_without_anybody: floors.filter(({ had, due }) => had === 0 && due > 0).length,
    }
  }
  const matched = new Set(offers.flatMap(({ pairs }) => pairs.map(({ profileId }) => profileId)))
  const sizes = {
    offers: offers.length,
    pairs: offers.reduce((total, { pairs }) => total + pairs.length, 0),
    matched_people: matched.size,
    budget_of_matched: [...matched].reduce((total, id) => total + (budgets.get(id) ?? 0), 0),
  }
  const counts = { before: countBy(before, 'profileId'), after: countBy(after, 'profileId') }
  return { ...sizes, counts, before: sum(before), after: sum(after) }
}

/** `npm run bench -- fairness [--scale demo] [--seed 202102]`: a table by group, one of the whole, then one line of JSON. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { scale: { type: 'string', default: 'demo' }, seed: { type: 'string', default: '202102' } },
  })
  if (!isScale(values.scale)) throw new Error(`--scale ${Object.keys(SCALES).join(' | ')}`)
  const counts = SCALES[values.scale]
  const seed = Number(values.seed)
  const postgres = await startPostgres({ fast: true })
  let measured = {}
  try {
    await migrate(postgres.url)
    process.env.DATABASE_URL = postgres.url
    process.env.NODE_ENV ??= 'development'
    await seedDatabase({ counts, now: NOW, seed })
    const { id: territoryId } = await db().territory.findFirstOrThrow()
    const start = performance.now()
    await allocateTerritory({ territoryId, now: NOW })
    const allocateMs = Math.round(performance.now() - start)
    const { counts: found, before, after, ...sizes } = await readProposals(territoryId)
    const people = drawAgain(seed, counts.people).filter(
      ({ person: { account } }) =>
        account.status === 'active' && account.channel !== 'none' && account.monthlySolicitations > 0,
    )
    const known = await db().profile.count({
      where: { id: { in: people.map(({ person }) => person.profile.id) } },
    })
    if (known !== people.length) throw new Error('The people drawn again are not those of the seed')
    const groups = GROUPINGS.flatMap((grouping) => ratesOf(grouping, people, found))
    printTable(groups)
    console.log(
      '\n* An offer may ask for it, or the limit follows from it: the engine knows it. It knows nothing of the others.\n',
    )
    const { matched_people, budget_of_matched } = sizes
    console.log(
      `${matched_people} people fit an offer; ${budget_of_matched} proposals are left to them this month.`,
    )
    printTable([
      { allocation: 'before: the ten best of each offer', ...before },
      { allocation: 'after', ...after },
    ])
    const reached = { reachable_people: people.length, allocate_ms: allocateMs }
    measured = { bench: 'fairness', scale: values.scale, seed, ...sizes, ...reached, before, after, groups }
  } finally {
    await closeDb()
    await closeRaw()
    await postgres.stop()
  }
  console.log(JSON.stringify(measured))
}
