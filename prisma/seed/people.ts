import type { Account, Channel, SuspensionReason } from '#app/domain/account.ts'
import { addDays, parisDate } from '#app/domain/duration.ts'
import type { EligiblePublic } from '#app/domain/offer.ts'
import type { Profile, Project } from '#app/domain/profile.ts'
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { fictionalEmail, fictionalPhone } from '#prisma/reference/identifiers.ts'
import type { OccupationSeed } from '#prisma/reference/occupation-seed.ts'
import { occupationByCode, occupations } from '#prisma/reference/occupations.ts'
import { drawPerson, type FictionalPerson } from '#prisma/reference/people.ts'
import type { Random } from '#prisma/reference/random.ts'
import { daysBefore, drawEarly, drawId, drawOf, prepareDraw } from './draw.ts'

export type SeedAccount = Account & { isDemo: boolean; createdAt: Date; lastSeenAt: Date | null }
export type SeedPerson = { account: SeedAccount; profile: Profile }
/** With what shaped the draw and is written nowhere. */
export type DrawnPerson = SeedPerson & { drawn: { age: number; isWoman: boolean } }
export type SeedPlace = { territoryId: string; communes: readonly CommuneSeed[]; now: Date }

/** The first fiction numbers belong to the named accounts of the demo. */
const FIRST_FREE_PHONE = 100
const OPENED_DAYS_AGO = 2100
const INACTIVE_DAYS = 183

const SUSPENSIONS: readonly (readonly [SuspensionReason | null, number])[] = [
  [null, 900],
  ['inactivity', 84],
  ['own_request', 9],
  ['duplicate', 5],
  ['reasoned_decision', 2],
]

/** Draws people in insertion: placed by population, with the wishes and the means of the Aisne. */
export function drawPeople(random: Random, count: number, place: SeedPlace): DrawnPerson[] {
  const phones = { next: FIRST_FREE_PHONE }
  const drawCommune = prepareDraw(place.communes, ({ population }) => population)
  return Array.from({ length: count }, (_, rank) => drawOne(random, rank, { ...place, phones, drawCommune }))
}

function drawOne(
  random: Random,
  rank: number,
  {
    territoryId,
    now,
    phones,
    drawCommune,
  }: SeedPlace & { phones: { next: number }; drawCommune: (random: Random) => CommuneSeed },
): DrawnPerson {
  const person = drawPerson(random)
  const phone = random.chance(0.93) ? fictionalPhone(phones.next++) : null
  const hasEmail = phone === null || random.chance(0.62)
  const wanted = drawOf<Channel>(random, [
    ['sms', 66],
    ['email', 30],
    ['none', 4],
  ])
  const channel = wanted === 'none' ? wanted : phone === null ? 'email' : hasEmail ? wanted : 'sms'
  // The first people take each reason once, so that even a small seed has them all.
  const suspensionReason = rank < 4 ? (SUSPENSIONS[rank + 1]?.[0] ?? null) : drawOf(random, SUSPENSIONS)
  const createdAt = daysBefore(now, random.int(2, OPENED_DAYS_AGO))
  const seenDaysAgo =
    suspensionReason === 'inactivity'
      ? random.int(INACTIVE_DAYS, 700)
      : drawEarly(random, 0, INACTIVE_DAYS - 1)
  const lastSeenAt = new Date(Math.max(createdAt.getTime(), daysBefore(now, seenDaysAgo).getTime()))
  const account: SeedAccount = {
    id: drawId(random),
    territoryId,
    role: 'candidate',
    firstName: person.firstName,
    lastName: person.lastName,
    phone,
    email: hasEmail ? fictionalEmail(person.firstName, person.lastName, rank) : null,
    channel,
    monthlySolicitations: drawOf(random, [
      [2, 86],
      [0, 2],
      [1, 5],
      [4, 5],
      [8, 2],
    ]),
    status: suspensionReason ? 'suspended' : 'active',
    suspensionReason,
    isDemo: false,
    createdAt,
    verifiedAt: createdAt,
    lastSeenAt,
  }
  const commune = drawCommune(random)
  const { age, isWoman } = person
  return {
    account,
    profile: drawProfile(random, { person, account, commune, now }),
    drawn: { age, isWoman },
  }
}

function drawProfile(
  random: Random,
  {
    person,
    account,
    commune,
    now,
  }: { person: FictionalPerson; account: SeedAccount; commune: CommuneSeed; now: Date },
): Profile {
  const sought = drawSought(random, person)
  const known = sought.filter(() => person.experience !== 'none' || random.chance(0.3))
  return {
    id: drawId(random),
    accountId: account.id,
    territoryId: account.territoryId,
    communeCode: commune.inseeCode,
    latitude: commune.latitude,
    longitude: commune.longitude,
    projects: sought.map(
      ({ romeCode }, order): Project => ({
        occupationCode: romeCode,
        experience:
          order === 0 ? person.experience : random.pick(['none', 'none', 'months', person.experience]),
      }),
    ),
    isOpenToAnyOccupation: random.chance(0.08),
    kinds: person.kinds,
    contracts: person.contracts,
    hours: [],
    slots: person.slots,
    availableFrom: random.chance(0.78) ? null : addDays(parisDate(now), random.int(3, 60)),
    travel: person.travel,
    licences: drawLicences(random, person, sought),
    skills: [...new Set(known.flatMap(({ skills }) => random.sample(skills, random.int(1, 5))))],
    languages: person.languages,
    eligiblePublics: person.eligiblePublics as EligiblePublic[],
    visibility: person.visibility,
    answered: [],
    version: 1,
    updatedAt: account.lastSeenAt ?? account.createdAt,
  }
}

const drawSoughtFirst = prepareDraw(occupations, ({ seekingShare }) => seekingShare)
const drawVolunteering = prepareDraw(
  occupations.filter(({ isVolunteering }) => isVolunteering),
  ({ seekingShare }) => seekingShare,
)

/** One to three occupations wanted: the first by what the Aisne's candidates look for, the next ones near it. */
function drawSought(random: Random, person: FictionalPerson): OccupationSeed[] {
  const isVolunteerOnly = person.kinds.length === 1 && person.kinds[0] === 'volunteering'
  const first = (isVolunteerOnly ? drawVolunteering : drawSoughtFirst)(random)
  const near = first.near.flatMap((code) => occupationByCode.get(code) ?? [])
  const others = Array.from({ length: random.pick([0, 1, 1, 2]) }, () =>
    near.length > 0 && random.chance(0.7) ? random.pick(near) : drawSoughtFirst(random),
  )
  return [...new Set([first, ...others])]
}

/** What the person may drive, and now and then the certificate of an occupation she or he has worked in. */
function drawLicences(random: Random, person: FictionalPerson, sought: readonly OccupationSeed[]): string[] {
  const own = person.hasLicenceB ? ['B'] : person.travel.means === 'moped' ? ['AM'] : []
  const isTrained = person.experience === 'one_year' || person.experience === 'three_years'
  const asked = sought.flatMap(({ requiredLicences = [] }) => requiredLicences).filter((code) => code !== 'B')
  const earned = isTrained ? asked.filter(() => random.chance(0.6)) : []
  const common = random.chance(0.06) ? [random.pick(['SST', 'PSC1', 'HACCP', 'CACES-R489-1', 'CLEA'])] : []
  return [...new Set([...own, ...earned, ...common])]
}
