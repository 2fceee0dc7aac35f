import type { Channel } from '#app/domain/account.ts'
import type { Role } from '#app/domain/actor.ts'
import { searchName } from '#app/domain/commune.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import type { Profile } from '#app/domain/profile.ts'
import { DAYS, type Slot } from '#app/domain/schedule.ts'
import type { TravelLimit } from '#app/domain/travel.ts'
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { fictionalPhone, fictionalRna, fictionalSiret } from '#prisma/reference/identifiers.ts'
import type { Random } from '#prisma/reference/random.ts'
import { daysBefore, drawId } from './draw.ts'
import type { SeedOrganisation } from './organisations.ts'
import type { SeedAccount, SeedPerson, SeedPlace } from './people.ts'

type Person = {
  name: [string, string]
  commune: string
  channel: Exclude<Channel, 'none'>
  occupations: string[]
  kinds: readonly OfferKind[]
  travel: TravelLimit
  licences: string[]
  skills: string[]
}

const car = (maxKm: number): TravelLimit => ({ means: 'car', maxKm, maxMinutes: null })

/** The named people of the demo: the first one, at Laon, looks for picking work and reads her SMS. */
const CANDIDATES: Person[] = [
  {
    name: ['Nadia', 'Benali'],
    commune: 'Laon',
    channel: 'sms',
    occupations: ['A1401', 'A1402', 'A1418'],
    kinds: ['job', 'clause', 'seasonal'],
    travel: car(70),
    licences: ['B'],
    skills: ['cueillir-fruits', 'travail-equipe'],
  },
  {
    name: ['Kévin', 'Carpentier'],
    commune: 'Saint-Quentin',
    channel: 'email',
    occupations: ['N1105', 'N1103', 'K2205'],
    kinds: OFFER_KINDS,
    travel: car(40),
    licences: ['B'],
    skills: ['travail-equipe'],
  },
  {
    name: ['Fatou', 'Diallo'],
    commune: 'Laon',
    channel: 'sms',
    occupations: ['K2205', 'K1304', 'G1501'],
    kinds: ['job', 'clause', 'volunteering'],
    travel: { means: 'public_transport', maxKm: 20, maxMinutes: null },
    licences: [],
    skills: ['laver-sols', 'discretion'],
  },
  {
    name: ['Ludovic', 'Carlier'],
    commune: 'Soissons',
    channel: 'sms',
    occupations: ['F1704', 'F1606', 'A1203'],
    kinds: ['job', 'clause', 'seasonal'],
    travel: { means: 'moped', maxKm: 25, maxMinutes: null },
    licences: ['AM'],
    skills: ['travail-equipe'],
  },
  {
    name: ['Sylvie', 'Lemaire'],
    commune: 'Château-Thierry',
    channel: 'email',
    occupations: ['G1602', 'A1418', 'K1205'],
    kinds: OFFER_KINDS,
    travel: car(60),
    licences: ['B'],
    skills: ['eplucher-couper'],
  },
]

export const DEMO_ORGANISATIONS = ['vineyard', 'association', 'cleaning', 'clause', 'restaurant'] as const
export type DemoOrganisation = (typeof DEMO_ORGANISATIONS)[number]

type Employer = {
  key: DemoOrganisation
  name: string
  activity: string
  commune: string
  recruiter: [string, string]
  kind: Organisation['kind']
  state: Organisation['state']
}

/** The named organisations: a wine grower, an association, a cleaning firm, a clause's contractor, and a newcomer to be verified. */
const EMPLOYERS: Employer[] = [
  {
    key: 'vineyard',
    name: 'Champagne Valtier-Lemoine',
    activity: 'Vigne et champagne',
    commune: 'Charly-sur-Marne',
    recruiter: ['Hélène', 'Valtier'],
    kind: 'employer',
    state: 'verified',
  },
  {
    key: 'association',
    name: 'La Table Partagée',
    activity: 'Aide alimentaire',
    commune: 'Saint-Quentin',
    recruiter: ['Monique', 'Delattre'],
    kind: 'association',
    state: 'verified',
  },
  {
    key: 'cleaning',
    name: 'Laon Net Services',
    activity: 'Propreté',
    commune: 'Laon',
    recruiter: ['Rachid', 'Amrani'],
    kind: 'employer',
    state: 'verified',
  },
  {
    key: 'clause',
    name: 'Bâtisseurs du Soissonnais',
    activity: 'Bâtiment et travaux publics',
    commune: 'Soissons',
    recruiter: ['Olivier', 'Tellier'],
    kind: 'employer',
    state: 'verified',
  },
  {
    key: 'restaurant',
    name: 'Auberge du Vieux Rempart',
    activity: 'Restaurant',
    commune: 'Laon',
    recruiter: ['Camille', 'Herbin'],
    kind: 'employer',
    state: 'pending',
  },
]

const STAFF: [Role, string, string][] = [
  ['relation_officer', 'Claire', 'Dumont'],
  ['relation_officer', 'Karim', 'Haddad'],
  ['administrator', 'Sophie', 'Vasseur'],
  ['hotline', 'Samira', 'Bouzid'],
]

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
      const organisation = {
        id: drawId(random),
        territoryId,
        kind,
        name,
        siret: fictionalSiret(rank),
        rna: kind === 'association' ? fictionalRna(rank) : null,
        activity,
        communeCode: commune.inseeCode,
        state,
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
  }: { person: Person; account: SeedAccount; commune: CommuneSeed; now: Date },
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
    slots: HALF_DAYS,
    availableFrom: null,
    travel: person.travel,
    licences: person.licences,
    skills: person.skills,
    languages: ['français'],
    eligiblePublics: ['minimum_benefits', 'long_term_jobseeker'],
    visibility: 'visible_without_name',
    version: 1,
    updatedAt: now,
  }
}
