import { type Account, shortName } from './account.ts'
import type { IsoDate } from './duration.ts'
import type { Contract, ExperienceLevel, OfferKind } from './offer.ts'
import { displayPhone } from './phone.ts'
import type { HoursWish, Profile, Project } from './profile.ts'
import type { Slot } from './schedule.ts'
import type { TravelMeans } from './travel.ts'

type Named = Pick<Account, 'firstName' | 'lastName'>
type Reachable = Named & Pick<Account, 'phone' | 'email'>
type LabelOf = (code: string) => string

/** How many skills an organisation reads of somebody proposed. */
const MAX_SKILLS = 6

/**
 * Everything an organisation reads of somebody proposed who has neither agreed nor applied (issue 4, staged anonymity). `name`
 * is the first name and an initial, of who chose to be visible; null for who chose to be seen without a name.
 */
export type PersonCard = {
  name: string | null
  communeName: string
  distanceKm: number
  occupations: string[]
  skills: string[]
  licences: string[]
  availableFrom: IsoDate | null
}

/** What a card is made of. */
export type CardedProfile = Pick<Profile, 'visibility' | 'availableFrom'> & {
  projects: readonly Project[]
  skills: readonly string[]
  licences: readonly string[]
}

/** The card of somebody proposed for an offer, useful skills first; null for who is hidden from organisations. */
export function personCard(
  {
    person,
    profile,
    ...place
  }: { person: Named; profile: CardedProfile; communeName: string; distanceKm: number },
  { labelOf, usefulSkills }: { labelOf: LabelOf; usefulSkills: readonly string[] },
): PersonCard | null {
  if (profile.visibility === 'hidden') return null
  const useful = profile.skills.filter((code) => usefulSkills.includes(code))
  const others = profile.skills.filter((code) => !usefulSkills.includes(code))
  return {
    name: profile.visibility === 'visible' ? shortName(person) : null,
    communeName: place.communeName,
    distanceKm: place.distanceKm,
    occupations: profile.projects.map(({ occupationCode }) => labelOf(occupationCode)),
    skills: [...useful, ...others].slice(0, MAX_SKILLS).map(labelOf),
    licences: profile.licences.map(labelOf),
    availableFrom: profile.availableFrom,
  }
}

/** How to reach somebody; `e164` is dialled, `display` is read. */
export type PersonContact = { phone: { e164: string; display: string } | null; email: string | null }

const contactOf = ({ phone, email }: Reachable): PersonContact => ({
  phone: phone ? { e164: phone, display: displayPhone(phone) } : null,
  email,
})

/** Who wrote to an organisation: name and contact as long as it may reach her or him, else first name and initial. */
export const applicantIdentity = (
  person: Reachable,
  mayReadContact: boolean,
): { name: string; firstName: string; contact: PersonContact | null } => ({
  name: mayReadContact ? `${person.firstName} ${person.lastName}` : shortName(person),
  firstName: person.firstName,
  contact: mayReadContact ? contactOf(person) : null,
})

/** Everything a professional reads of somebody she or he follows: what the person said of herself or himself, and no usage. */
export type PersonFile = {
  name: string
  contact: PersonContact
  communeName: string
  kinds: OfferKind[]
  contracts: Contract[]
  hours: HoursWish[]
  projects: { label: string; experience: ExperienceLevel }[]
  skills: string[]
  licences: string[]
  languages: string[]
  slots: Slot[]
  availableFrom: IsoDate | null
  travelMeans: TravelMeans
}

/** The file of a person, for the professionals whom the policy lets read it. */
export const personFile = (
  { person, profile, communeName }: { person: Reachable; profile: Profile; communeName: string },
  labelOf: LabelOf,
): PersonFile => ({
  name: `${person.firstName} ${person.lastName}`,
  contact: contactOf(person),
  communeName,
  kinds: profile.kinds,
  contracts: profile.contracts,
  hours: profile.hours,
  projects: profile.projects.map(({ occupationCode, experience }) => ({
    label: labelOf(occupationCode),
    experience,
  })),
  skills: profile.skills.map(labelOf),
  licences: profile.licences.map(labelOf),
  languages: profile.languages,
  slots: profile.slots,
  availableFrom: profile.availableFrom,
  travelMeans: profile.travel.means,
})
