import { isLive } from './live-applications.ts'
import { IS_ACTIVE, IS_CONTACTED, OFFER_CONTRACT, OFFER_PUBLICS } from './match-rows.server.ts'

const places = <Name extends string>(columns: Record<Name, string>) =>
  Object.fromEntries(Object.keys(columns).map((name, at) => [name, at])) as Record<Name, number>

const PERSON = {
  profileId: 'p.id',
  territoryId: 'p.territory_id',
  latitude: 'p.latitude',
  longitude: 'p.longitude',
  limitKm: 'p.limit_km',
  projects: 'p.projects',
  isOpenToAnyOccupation: 'p.is_open_to_any_occupation',
  kinds: 'p.kinds',
  contracts: 'p.contracts',
  slots: 'p.slots',
  availableFrom: 'p.available_from',
  licences: 'p.licences',
  skills: 'p.skills',
  eligiblePublics: 'p.eligible_publics',
}

const OFFER = {
  offerId: 'o.id',
  territoryId: 'o.territory_id',
  kind: 'o.kind',
  latitude: 'o.latitude',
  longitude: 'o.longitude',
  occupationCode: 'o.occupation_code',
  contract: OFFER_CONTRACT,
  slots: 'o.slots',
  startsOn: 'o.starts_on',
  endsOn: 'o.ends_on',
  licences: 'o.licences',
  skills: 'o.skills',
  experience: 'o.experience',
  eligiblePublics: OFFER_PUBLICS,
  liveApplications: 'coalesce(x.live, 0)::int',
}

/** Where each value stands in a row of `EVERYBODY`, and in one of `EVERY_OFFER`. */
export const PERSON_VALUES = places(PERSON)
export const OFFER_VALUES = places(OFFER)

/** Everybody who can be reached. Few cannot: each is looked up among those, and nobody else's account is met. */
export const EVERYBODY = `select ${Object.values(PERSON).join(', ')} from profile p where not exists (
  select from account a where a.id = p.account_id and not (${IS_ACTIVE} and ${IS_CONTACTED}))`

/** Every published offer. */
export const EVERY_OFFER = `select ${Object.values(OFFER).join(', ')} from offer o
  left join (select offer_id, count(*) as live from application a where ${isLive('a')} group by offer_id) x on x.offer_id = o.id
  where o.state = 'published'`
