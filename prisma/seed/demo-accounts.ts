import type { Channel } from '#app/domain/account.ts'
import type { Role } from '#app/domain/actor.ts'
import { searchName } from '#app/domain/commune.ts'
import type { Profile } from '#app/domain/profile.ts'
import { DAYS, type Slot } from '#app/domain/schedule.ts'
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { fictionalPhone, fictionalRna, fictionalSiret } from '#prisma/reference/identifiers.ts'
import type { Random } from '#prisma/reference/random.ts'
import { CANDIDATES, type DemoOrganisation, EMPLOYERS, type NamedPerson, STAFF } from './demo-cast.ts'
import { daysBefore, drawId } from './draw.ts'
import type { SeedOrganisation } from './organisations.ts'
import type { SeedAccount, SeedPerson, SeedPlace } from './people.ts'

export type DemoCast = {
  people: SeedPerson[]
  organisations: Record<DemoOrganisation, SeedOrganisation>
  staff: SeedAccount[]
}

const HALF_DAYS: Slot[] = DAYS.slice(0, 6).flatMap((day): Slot[] => [`${day}_morning`, `${day}_afternoon`])

const mailOf = (firstName: string, lastName: string) =>
  `${searchName(firstName)}.${searchName(lastName).replaceAll(' ', '-')}@example.org`

/** The named accounts of the demo, with numbers 06 39 98 00 00 and following. */
export function castDemo(random: Random, { territoryId, communes, now }: SeedPlace): DemoCast {
  let phones = 0
  const find = (name: string): CommuneSeed => {
    const commune = communes.find((one) => one.name === name)
    if (!commune) throw new Error(`The seed needs the commune ${name}`)
    return commune
  }
  const accountOf = ([firstName, lastName]: [string, string], role: Role, channel: Channel): SeedAccount => ({
    id: drawId(random),
    territoryId,
    role,
    firstName,
    lastName,
    phone: channel === 'sms' ? fictionalPhone(phones++) : null,
    email: channel === 'email' ? mailOf(firstName, lastName) : null,
    channel,
    monthlySolicitations: 4,
    status: 'active',
    suspensionReason: null,
    isDemo: true,
    createdAt: daysBefore(now, 120 - phones),
    verifiedAt: daysBefore(now, 120 - phones),
    lastSeenAt: daysBefore(now, 1),
  })
  const people = CANDIDATES.map((person): SeedPerson => {
    const account = accountOf(person.name, 'candidate', person.channel)
    return { account, profile: profileOf(random, { person, account, commune: find(person.commune), now }) }
  })
  const organisations = Object.fromEntries(
    EMPLOYERS.map((employer, rank) => {
      const recruiter = accountOf(employer.recruiter, 'recruiter', 'email')
      const commune = find(employer.commune)
      const { key, name, activity, kind, state } = employer
      const organisation: SeedOrganisation['organisation'] = {
        id: drawId(random),
        territoryId,
        kind,
        name,
        siret: fictionalSiret(rank),
        rna: kind === 'association' ? fictionalRna(rank) : null,
        activity,
        communeCode: commune.inseeCode,
        address: null,
        email: null,
        state,
        flags: state === 'pending' ? ['unknown_number'] : [],
        createdAt: daysBefore(now, 400 - rank),
      }
      return [key, { organisation, family: key, commune, recruiter }]
    }),
  ) as DemoCast['organisations']
  const staff = STAFF.map(([role, firstName, lastName]) => accountOf([firstName, lastName], role, 'email'))
  return { people, organisations, staff }
}

function profileOf(
  random: Random,
  {
    person,
    account,
    commune,
    now,
  }: { person: NamedPerson; account: SeedAccount; commune: CommuneSeed; now: Date },
): Profile {
  return {
    id: drawId(random),
    accountId: account.id,
    territoryId: account.territoryId,
    communeCode: commune.inseeCode,
    latitude: commune.latitude,
    longitude: commune.longitude,
    projects: person.occupations.map((occupationCode, order) => ({
      occupationCode,
      experience: order === 0 ? 'one_year' : 'none',
    })),
    isOpenToAnyOccupation: false,
    kinds: [...person.kinds],
    contracts: [],
    hours: [],
    slots: HALF_DAYS,
    availableFrom: null,
    travel: person.travel,
    licences: person.licences,
    skills: person.skills,
    languages: ['français'],
    eligiblePublics: ['minimum_benefits', 'long_term_jobseeker'],
    visibility: 'visible_without_name',
    answered: [],
    version: 1,
    updatedAt: now,
  }
}
