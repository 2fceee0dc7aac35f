import { db } from '#app/db/client.server.ts'
import { queryRows } from '#app/db/raw.server.ts'
import { createSession } from '#app/db/sessions.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { hashToken, newReference } from '#app/system/secrets.server.ts'

const DRAFTS_EACH = 5

/** A draft ready to be published, and the cookie of the recruiter to whom it belongs. */
export type Draft = { offerId: string; cookie: string }

/** SQL: the same version 4 UUID for the same text. */
const idOf = (text: string) => `overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`
const ORGANISATION = idOf(`'bench organisation ' || n`)
const RECRUITER = idOf(`'bench recruiter ' || n`)
const OFFER = idOf(`'bench offer ' || n`)

const ORGANISATIONS = `
  insert into organisation (id, territory_id, kind, name, siret, commune_code, state, created_at)
  select ${ORGANISATION}, o.territory_id, o.kind, 'Structure ' || n, null, o.commune_code, 'verified',
    now()
  from generate_series(0, $1::int - 1) n, lateral (select * from organisation where siret is not null limit 1) o`
const RECRUITERS = `
  insert into account (id, territory_id, role, first_name, last_name, email, channel, monthly_solicitations, created_at)
  select ${RECRUITER}, o.territory_id, 'recruiter', 'Hélène', 'Caron', 'bench' || n || '@example.org',
    'email', 2, now()
  from generate_series(0, $1::int - 1) n join organisation o on o.id = ${ORGANISATION}`
const MEMBERSHIPS = `
  insert into membership (account_id, organisation_id, role, created_at)
  select ${RECRUITER}, ${ORGANISATION}, 'recruiter', now()
  from generate_series(0, $1::int - 1) n`
/** Drafts are copies of offers on line that have a place, in turn. */
const DRAFTS = `
  insert into offer
  select (jsonb_populate_record(null::offer, to_jsonb(o) || jsonb_build_object(
    'id', ${OFFER}, 'organisation_id', ${idOf(`'bench organisation ' || n % $2::int`)},
    'state', 'draft', 'version', 1, 'published_at', null, 'expires_at', null, 'closed_at', null, 'flags', '[]'::jsonb,
    'source', null, 'source_id', null, 'source_url', null, 'source_organisation_name', null))).*
  from generate_series(0, $1::int - 1) n
  join (select row_number() over (order by id) - 1 as at, count(*) over () as many, * from offer
    where state = 'published' and latitude is not null and organisation_id is not null) o on o.at = n % o.many`

/** Verified organisations, each with a recruiter signed in and a few drafts: so many drafts in all. */
export async function writeDrafts(count: number): Promise<Draft[]> {
  const organisations = Math.ceil(count / DRAFTS_EACH)
  await queryRows(ORGANISATIONS, [organisations])
  await queryRows(RECRUITERS, [organisations])
  await queryRows(MEMBERSHIPS, [organisations])
  await queryRows(DRAFTS, [count, organisations])
  const rows = await queryRows<{ offerId: string; accountId: string; organisationId: string }>(
    `select o.id as "offerId", m.account_id as "accountId", m.organisation_id as "organisationId"
     from offer o join membership m on m.organisation_id = o.organisation_id
     where o.id in (select ${OFFER} from generate_series(0, $1::int - 1) n) order by o.id`,
    [count],
  )
  const cookies = new Map<string, string>()
  const now = new Date()
  for (const { accountId, organisationId } of rows) {
    if (cookies.has(accountId)) continue
    const reference = newReference()
    const expiresAt = new Date(now.getTime() + 86_400_000)
    const worn = { role: 'recruiter', organisationId } as const
    const session = { idHash: hashToken(reference), accountId, worn, device: 'Mesure', confirmedAt: null }
    await createSession(db(), { ...session, now, expiresAt })
    cookies.set(accountId, `session=${reference}`)
  }
  return rows.map(({ offerId, accountId }) => ({ offerId, cookie: cookies.get(accountId) ?? '' }))
}

/** Takes tonight's matching as done: a measure made between 2 h and 5 h in Paris shares the machine with nothing. */
export async function skipNight(): Promise<void> {
  await queryRows(
    `insert into rematch_slice (id, night, territory_id, step, number, done_at)
     select gen_random_uuid(), $1::date, id, 'allocation', 0, now() from territory`,
    [parisDate(new Date())],
  )
}

/** When the proposals of each offer were committed, in milliseconds since 1970, by the database's own record. */
export async function commitTimes(offerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await queryRows<{ id: string; at: string }>(
    `select offer_id as id, extract(epoch from min(pg_xact_commit_timestamp(xmin))) * 1000 as at from match
     where offer_id = any($1::uuid[]) group by 1`,
    [offerIds],
  )
  return new Map(rows.map(({ id, at }) => [id, Number(at)]))
}

/** When the fact of each publication was committed, handed to the queues, and settled. */
export async function factTimes(
  offerIds: readonly string[],
): Promise<{ id: string; relayedMs: number; settledMs: number }[]> {
  return queryRows(
    `select payload ->> 'offerId' as id, extract(epoch from relayed_at)::float8 * 1000 as "relayedMs",
       extract(epoch from settled_at)::float8 * 1000 as "settledMs"
     from outbox_event where type = 'offer.published' and (payload ->> 'offerId') = any($1)`,
    [offerIds],
  )
}

/** How many facts some job has still its work to do for. */
export async function countUnsettled(): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    'select count(*)::int as count from outbox_event where settled_at is null',
  )
  return row?.count ?? 0
}
