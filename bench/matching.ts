// The engine over a country: questions a second both ways, a whole rematch, changes, and the comparison with the domain.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { MATCHES_KEPT } from '#app/domain/match.ts'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'
import { createMatchingEngine, type MatchingEngine } from '#workers/matching/engine.ts'
import { memoryReference, referenceLoop, timeEach } from './matching-clock.ts'
import { loadCountry } from './matching-communes.ts'
import { type Country, createCountry, TODAY } from './matching-country.ts'
import { compareOnSmallPool, compareOnWholePool } from './matching-oracle.ts'
import { rematchAll } from './matching-rematch.ts'
import { printTable } from './table.ts'

const PART = 10_000
const AISNE = { profiles: 12_156, offers: 9614 }
const MB = 1024 * 1024

const round = (value: number, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits

/** Fills an engine part by part; the time is that of the engine alone, in seconds. */
function fill(engine: MatchingEngine, country: Country, size: { profiles: number; offers: number }) {
  let ms = 0
  const put = <T>(count: number, make: (at: number) => T, take: (item: T) => { ok: boolean }) => {
    for (let from = 0; from < count; from += PART) {
      const items = Array.from({ length: Math.min(PART, count - from) }, (_, at) => make(from + at))
      const start = performance.now()
      for (const item of items) if (!take(item).ok) throw new Error('The engine refused an item')
      ms += performance.now() - start
    }
  }
  put(size.profiles, country.person, engine.putPerson)
  put(size.offers, country.offer, engine.putOffer)
  const start = performance.now()
  engine.index()
  return (ms + performance.now() - start) / 1000
}

const numbers = (count: number, of: number) =>
  Array.from({ length: count }, (_, at) => Math.floor((at * of) / count))

/**
 * `npm run bench -- matching [--profiles 1200000] [--offers 1000000] [--sample 20000] [--seed 1] [--threads 2, 0 for no full rematch] [--aisne]
 * [--oracle 20000] [--whole 4] [--keep 50]`: a table, then one line of JSON.
 */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      profiles: { type: 'string', default: '1200000' },
      offers: { type: 'string', default: '1000000' },
      sample: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: '2' },
      oracle: { type: 'string', default: '20000' },
      whole: { type: 'string', default: '4' },
      keep: { type: 'string', default: String(MATCHES_KEPT) },
      aisne: { type: 'boolean', default: false },
    },
  })
  const size = values.aisne ? AISNE : { profiles: Number(values.profiles), offers: Number(values.offers) }
  const seed = Number(values.seed)
  const threads = Number(values.threads)
  const keep = Number(values.keep)
  const aisne = loadOfflineCommunes('02')
  const communes = values.aisne ? aisne : loadCountry()
  const country = createCountry(communes, seed)
  const engine = createMatchingEngine(country)
  const buildSeconds = fill(engine, country, size)
  const builtMb = process.memoryUsage().rss / MB
  const wanted = { today: TODAY, keep }

  const warm = Math.min(2000, size.offers)
  for (const at of numbers(warm, size.offers)) engine.rankPeople(country.offer(at), wanted)
  for (const at of numbers(warm, size.profiles)) engine.rankOffers(country.person(at), wanted)
  const reference = referenceLoop()
  const memory = memoryReference()
  const sampleSize = Number(values.sample)
  const offers = timeEach(
    numbers(Math.min(sampleSize, size.offers), size.offers).map(country.offer),
    (offer) => engine.rankPeople(offer, wanted),
  )
  const profiles = timeEach(
    numbers(Math.min(sampleSize, size.profiles), size.profiles).map(country.person),
    (person) => engine.rankOffers(person, wanted),
  )
  const full = threads > 0 ? await rematchAll(engine, { threads, keep }) : null
  // Both directions are done: what the comparison makes again for the domain is no memory of the engine.
  const mostMb = process.resourceUsage().maxRSS / 1024
  const whole = compareOnWholePool(country, engine, { ...size, queries: Number(values.whole) })
  const updates = timeEach(
    numbers(Math.min(sampleSize, size.profiles), size.profiles).map((at) => ({
      ...country.person(at),
      ...country.person(at + 7_000_001),
      profileId: country.person(at).profileId,
    })),
    (person) => engine.putPerson(person),
  )
  const small = compareOnSmallPool(createCountry(aisne, seed), { queries: Number(values.oracle), pool: 400 })

  printTable([
    {
      measure: 'offers → people',
      per_second: round(offers.perSecond),
      p50_us: round(offers.p50),
      p99_us: round(offers.p99),
      max_ms: round(offers.max / 1000, 2),
    },
    {
      measure: 'people → offers',
      per_second: round(profiles.perSecond),
      p50_us: round(profiles.p50),
      p99_us: round(profiles.p99),
      max_ms: round(profiles.max / 1000, 2),
    },
    {
      measure: 'updates',
      per_second: round(updates.perSecond),
      p50_us: round(updates.p50),
      p99_us: round(updates.p99),
      max_ms: round(updates.max / 1000, 2),
    },
  ])
  console.log(
    `Compared with the domain: ${small.queries} questions over ${400} people and ${400} offers of one département ` +
      `(${small.pairs} pairs), and ${whole.queries} over the whole pool (${whole.pairs} pairs). ` +
      (full
        ? `Full rematch: ${full.pairs} pairs kept, on ${threads} threads already there; writing them is not counted.`
        : ''),
  )
  console.log(
    JSON.stringify({
      bench: 'matching',
      ...size,
      ...engine.size(),
      seed,
      threads,
      keep,
      offers_per_second_per_core: round(offers.perSecond),
      profiles_per_second_per_core: round(profiles.perSecond),
      p50_us: round(offers.p50),
      p99_us: round(offers.p99),
      max_ms: round(offers.max / 1000, 2),
      profiles_p50_us: round(profiles.p50),
      profiles_p99_us: round(profiles.p99),
      profiles_max_ms: round(profiles.max / 1000, 2),
      build_s: round(buildSeconds, 2),
      rss_mb: round(mostMb),
      rss_built_mb: round(builtMb),
      full_rematch_s: full && round(full.seconds, 2),
      full_rematch_cpu_s: full && round(full.cpu_s, 2),
      full_rematch_offers_per_second_per_core: full && round(full.offers_per_second),
      full_rematch_profiles_per_second_per_core: full && round(full.people_per_second),
      threads_start_s: full && round(full.start_s, 2),
      update_p99_us: round(updates.p99),
      oracle_queries: small.queries + whole.queries,
      mismatches: small.mismatches + whole.mismatches,
      reference_mops: round(reference, 1),
      memory_reference_mops: round(memory, 1),
      offers_to_reference: round(offers.perSecond / reference, 2),
      profiles_to_reference: round(profiles.perSecond / reference, 2),
      offers_to_memory_reference: round(offers.perSecond / memory, 2),
      load_average: round(loadavg()[0] ?? 0, 2),
      cores: cpus().length,
    }),
  )
}
