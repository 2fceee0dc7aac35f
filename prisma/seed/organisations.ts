import type { Organisation, OrganisationState } from '#app/domain/organisation.ts'
import { clauseMarkets } from '#prisma/reference/clause-markets.ts'
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { type EmployerFamily, employerFamilies } from '#prisma/reference/employers.ts'
import { fictionalEmail, fictionalRna, fictionalSiret } from '#prisma/reference/identifiers.ts'
import { lastNames, menFirstNames, womenFirstNames } from '#prisma/reference/names.ts'
import {
  associationNames,
  associationPatterns,
  drawOrganisationName,
  insertionStructures,
} from '#prisma/reference/organisations.ts'
import type { Random } from '#prisma/reference/random.ts'
import { daysBefore, drawId, drawOf } from './draw.ts'
import type { SeedAccount, SeedPlace } from './people.ts'

/** An organisation with the trade it recruits in, and its recruiter. */
export type SeedOrganisation = {
  organisation: Organisation & { createdAt: Date }
  family: string
  commune: CommuneSeed
  recruiter: SeedAccount
}

export const ASSOCIATION = 'association'
export const INSERTION = 'insertion'

/** Vines grow in the south of the département alone. */
const VINEYARD_LATITUDE = 49.12
const FIRST_FREE_RANK = 1000

type Sort = { family: string; activity: string; names: readonly string[]; patterns: readonly string[] }

const associations: Sort = {
  family: ASSOCIATION,
  activity: 'Association',
  names: associationNames,
  patterns: associationPatterns,
}
const structures: Sort = {
  family: INSERTION,
  activity: 'Insertion par l’activité économique',
  names: insertionStructures,
  patterns: ['Chantier d’insertion {de commune}', 'Régie rurale {de commune}'],
}

/** The contractors of the public contracts come first, then each trade once, then trades by their weight. */
function drawSort(random: Random, rank: number): Sort {
  const known = [associations, structures, ...employerFamilies]
  const first = known[rank]
  if (first) return first
  if (random.chance(0.2)) return associations
  return random.chance(0.04) ? structures : random.weighted(employerFamilies, ({ share }) => share)
}

/** Draws organisations: placed by population, known by their SIRET, associations half by their RNA number. */
export function drawOrganisations(random: Random, count: number, place: SeedPlace): SeedOrganisation[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, rank) => {
    const sort = drawSort(random, rank)
    const commune = drawCommune(random, sort, place.communes)
    const name = drawFreeName(random, sort, { commune, taken })
    return drawOne(random, { sort, commune, name, rank, place })
  })
}

function drawCommune(random: Random, { family }: Sort, communes: readonly CommuneSeed[]): CommuneSeed {
  const south = communes.filter(({ latitude }) => latitude < VINEYARD_LATITUDE)
  const isRural = family === 'vineyard' || family === 'farm'
  const pool = family === 'vineyard' && south.length > 0 ? south : communes
  return random.weighted(pool, ({ population }) => population ** (isRural ? 0.5 : 1.2))
}

const contractors = new Set(clauseMarkets.flatMap(({ lots }) => lots.map(({ contractor }) => contractor)))

/** A name that nobody has yet: contractors of the public contracts first. */
function drawFreeName(
  random: Random,
  sort: Sort,
  { commune, taken }: { commune: CommuneSeed; taken: Set<string> },
): string {
  const free = (name: string) => !taken.has(name)
  const contractor = sort.names.find((name) => contractors.has(name) && free(name))
  let name = contractor ?? drawOrganisationName(random, sort, commune.name)
  for (let tries = 0; !free(name) && tries < 20; tries++)
    name = drawOrganisationName(random, sort, commune.name)
  const base = name
  for (let number = 2; !free(name); number++) name = `${base} ${number}`
  taken.add(name)
  return name
}

const STATES: readonly (readonly [OrganisationState, number])[] = [
  ['verified', 88],
  ['pending', 7],
  ['closed', 5],
]

type Drawn = {
  sort: Sort | EmployerFamily
  commune: CommuneSeed
  name: string
  rank: number
  place: SeedPlace
}

function drawOne(random: Random, { sort, commune, name, rank, place }: Drawn): SeedOrganisation {
  const { territoryId, now } = place
  const isAssociation = sort.family === ASSOCIATION
  const hasRnaOnly = isAssociation && random.chance(0.5)
  const createdAt = daysBefore(now, random.int(40, 2000))
  const firstName = random.pick(random.chance(0.55) ? womenFirstNames : menFirstNames)
  const lastName = random.pick(lastNames)
  const number = FIRST_FREE_RANK + rank
  return {
    family: sort.family,
    commune,
    organisation: {
      id: drawId(random),
      territoryId,
      kind: isAssociation ? 'association' : 'employer',
      name,
      siret: hasRnaOnly ? null : fictionalSiret(number),
      rna: isAssociation ? fictionalRna(number) : null,
      activity: sort.activity,
      communeCode: commune.inseeCode,
      address: null,
      email: null,
      state: rank < 16 ? 'verified' : rank === 16 ? 'closed' : drawOf(random, STATES),
      flags: [],
      createdAt,
    },
    recruiter: {
      id: drawId(random),
      territoryId,
      role: 'recruiter',
      firstName,
      lastName,
      phone: null,
      email: fictionalEmail(firstName, lastName, 100_000 + rank),
      channel: 'email',
      monthlySolicitations: 2,
      status: 'active',
      suspensionReason: null,
      isDemo: false,
      createdAt,
      verifiedAt: createdAt,
      lastSeenAt: daysBefore(now, random.int(0, 60)),
    },
  }
}
