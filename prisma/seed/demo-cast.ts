import type { Channel } from '#app/domain/account.ts'
import type { Role } from '#app/domain/actor.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import type { TravelLimit } from '#app/domain/travel.ts'

export type NamedPerson = {
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
export const CANDIDATES: NamedPerson[] = [
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

export type NamedEmployer = {
  key: DemoOrganisation
  name: string
  activity: string
  commune: string
  recruiter: [string, string]
  kind: Organisation['kind']
  state: Organisation['state']
}

/** The named organisations: a wine grower, an association, a cleaning firm, a clause's contractor, and a newcomer to be verified. */
export const EMPLOYERS: NamedEmployer[] = [
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

/** Those who run the platform: relation officers, an administrator, the hotline. */
export const STAFF: [Role, string, string][] = [
  ['relation_officer', 'Claire', 'Dumont'],
  ['relation_officer', 'Karim', 'Haddad'],
  ['administrator', 'Sophie', 'Vasseur'],
  ['hotline', 'Samira', 'Bouzid'],
]
