import { queryRows } from '#app/db/raw.server.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { loadCountry } from './matching-communes.ts'
import { createCountry } from './matching-country.ts'

const MOST_PATTERNS = 20_000
const TERRITORY = '00000000-0000-4000-8000-000000000001'

const personPattern = (person: MatchPerson) => ({
  ...person,
  status: person.isReachable ? 'active' : 'suspended',
})
const PERSON = `"latitude" float8, "longitude" float8, "limitKm" float8, projects jsonb, "isOpenToAnyOccupation" bool,
  kinds text[], contracts text[], slots text[], "availableFrom" date, licences text[], skills text[],
  "eligiblePublics" text[], status text`

const offerPattern = ({ contract, eligiblePublics, ...offer }: MatchOffer) => ({
  ...offer,
  details: { kind: offer.kind, contract, eligiblePublics },
})
const OFFER = `kind text, latitude float8, longitude float8, "occupationCode" text, details jsonb, slots text[],
  "startsOn" date, "endsOn" date, licences text[], skills text[], experience text`

const REFERENCES = `
  insert into territory (id, departement_code, name, help_phone, help_hours, sender_name, latitude, longitude, settings)
  values ('${TERRITORY}', '00', 'Pays', '+33323248900', '', 'ACTIFS', 46, 2, '{}')`
const OCCUPATIONS = `
  insert into occupation (rome_code, parent_code, domain_code, label, plain_label, synonyms, near, skills)
  select "romeCode", "parentCode", "domainCode", "romeCode", "romeCode", '{}', near, '{}'
  from jsonb_to_recordset($1::jsonb) as t ("romeCode" text, "parentCode" text, "domainCode" text, near text[])`

const PATTERNS = (columns: string) =>
  `with pattern as materialized (
     select row_number() over () - 1 as at, * from jsonb_to_recordset($1::jsonb) as t (${columns}))`
const EACH = 'from generate_series(0, $2::int - 1) n join pattern on at = n % $3::int order by n'

const ACCOUNTS = `${PATTERNS(PERSON)}
  insert into account (id, territory_id, role, first_name, last_name, email, channel, monthly_solicitations,
    status, created_at)
  select md5('a' || n)::uuid, '${TERRITORY}', 'candidate', 'Prénom', 'Nom', n || '@example.org', 'email', 2, status, now() ${EACH}`
const PROFILES = `${PATTERNS(PERSON)}
  insert into profile (id, account_id, territory_id, commune_code, latitude, longitude, projects,
    is_open_to_any_occupation, kinds, contracts, slots, available_from, travel_means, limit_km, licences, skills,
    languages, eligible_publics, visibility, updated_at)
  select md5('p' || n)::uuid, md5('a' || n)::uuid, '${TERRITORY}', '00000', latitude, longitude, projects,
    "isOpenToAnyOccupation", kinds, contracts, slots, "availableFrom", 'car', "limitKm", licences, skills, '{}',
    "eligiblePublics", 'visible', now() ${EACH}`
const OFFERS = `${PATTERNS(OFFER)}
  insert into offer (id, territory_id, kind, state, title, occupation_code, description, commune_code, latitude,
    longitude, positions, starts_on, ends_on, slots, licences, skills, experience, is_reachable_by_transit,
    has_collective_pickup, has_lodging, is_disability_friendly, reply_delay_days, details, flags, created_at, updated_at,
    published_at, expires_at)
  select md5('o' || n)::uuid, '${TERRITORY}', kind, 'published', 'Offre ' || n, "occupationCode",
    repeat('Une phrase de la description de cette offre. ', 12), '00000', latitude, longitude, 1, "startsOn", "endsOn",
    slots, licences, skills, experience, false, false, false, false, 7, details, '{}', now(), now(), now(),
    now() + interval '60 days' ${EACH}`

/** Fills an empty, migrated database of this bench's own: 20,000 drawn people and offers, repeated under new ids. */
export async function fillPool(size: { profiles: number; offers: number }): Promise<void> {
  const country = createCountry(loadCountry(), 1)
  const patterns = (count: number) => Array.from({ length: Math.min(count, MOST_PATTERNS) }, (_, at) => at)
  const people = patterns(size.profiles).map((at) => personPattern(country.person(at)))
  const offers = patterns(size.offers).map((at) => offerPattern(country.offer(at)))
  await queryRows(REFERENCES)
  await queryRows(OCCUPATIONS, [JSON.stringify(country.occupations)])
  // The rows refer to communes and accounts that are known to be there: nothing is gained by asking a million times.
  for (const table of ['account', 'profile', 'offer'])
    await queryRows(`alter table ${table} disable trigger all`)
  const person = [JSON.stringify(people), size.profiles, people.length]
  await queryRows(ACCOUNTS, person)
  await queryRows(PROFILES, person)
  await queryRows(OFFERS, [JSON.stringify(offers), size.offers, offers.length])
  for (const table of ['account', 'profile', 'offer']) {
    await queryRows(`alter table ${table} enable trigger all`)
    await queryRows(`vacuum analyze ${table}`)
  }
}
