import type { IsoDate } from '#app/domain/duration.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import type {
  Contract,
  EligiblePublic,
  ExperienceLevel,
  OfferDetails,
  OfferKind,
  OfferState,
} from '#app/domain/offer.ts'
import type { Project } from '#app/domain/profile.ts'
import type { Slot } from '#app/domain/schedule.ts'
import type { Db } from './client.server.ts'

const PERSON = `select p.id as "profileId", p.latitude, p.longitude, p.limit_km as "limitKm", p.projects,
    p.is_open_to_any_occupation as "isOpenToAnyOccupation", p.kinds, p.contracts, p.slots,
    to_char(p.available_from, 'YYYY-MM-DD') as "availableFrom", p.licences, p.skills,
    p.eligible_publics as "eligiblePublics", (a.status = 'active' and a.channel <> 'none') as "isReachable"
  from profile p join account a on a.id = p.account_id`

const OFFER = `select o.id as "offerId", o.kind, o.state, o.latitude, o.longitude, o.occupation_code as "occupationCode",
    o.details, o.slots, to_char(o.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(o.ends_on, 'YYYY-MM-DD') as "endsOn",
    o.licences, o.skills, o.experience,
    (select count(*)::int from application x
      where x.offer_id = o.id and x.state not in ('withdrawn', 'obsolete')) as "applicationCount"
  from offer o`

type PersonRow = Omit<MatchPerson, 'projects' | 'kinds' | 'contracts' | 'slots' | 'eligiblePublics'> & {
  projects: unknown
  kinds: string[]
  contracts: string[]
  slots: string[]
  eligiblePublics: string[]
}

const toPerson = (row: PersonRow): MatchPerson => ({
  ...row,
  projects: row.projects as Project[],
  kinds: row.kinds as OfferKind[],
  contracts: row.contracts as Contract[],
  slots: row.slots as Slot[],
  eligiblePublics: row.eligiblePublics as EligiblePublic[],
})

type OfferRow = {
  offerId: string
  kind: string
  state: string
  latitude: number | null
  longitude: number | null
  occupationCode: string | null
  details: unknown
  slots: string[]
  startsOn: IsoDate | null
  endsOn: IsoDate | null
  licences: string[]
  skills: string[]
  experience: string
  applicationCount: number
}

function toOffer(
  { details, state, applicationCount, ...row }: OfferRow,
  maxApplications: number,
): MatchOffer {
  const own = details as OfferDetails
  return {
    ...row,
    kind: row.kind as OfferKind,
    slots: row.slots as Slot[],
    experience: row.experience as ExperienceLevel,
    contract: own.kind === 'job' || own.kind === 'clause' ? own.contract : null,
    eligiblePublics: own.kind === 'clause' ? own.eligiblePublics : [],
    isOpen: (state as OfferState) === 'published' && applicationCount < maxApplications,
  }
}

/** These people as matching knows them, whatever their limits. */
export async function listMatchPeople(db: Db, profileIds: readonly string[]): Promise<MatchPerson[]> {
  const rows = await db.$queryRawUnsafe<PersonRow[]>(
    `${PERSON} where p.id = any($1::uuid[]) order by p.id`,
    profileIds,
  )
  return rows.map(toPerson)
}

/** These offers as matching knows them, whatever their state. */
export async function listMatchOffers(
  db: Db,
  offerIds: readonly string[],
  maxApplications: number,
): Promise<MatchOffer[]> {
  const rows = await db.$queryRawUnsafe<OfferRow[]>(
    `${OFFER} where o.id = any($1::uuid[]) order by o.id`,
    offerIds,
  )
  return rows.map((row) => toOffer(row, maxApplications))
}
