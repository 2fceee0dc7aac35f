import { OWN_DATA_PARTS, type OwnData, type OwnDataPart } from '#app/domain/own-data.ts'
import type { Db } from './client.server.ts'

/** What a part is read with, `$1` being the account, and the columns that lead from its rows to the person. */
type Source = {
  columns: readonly string[]
  sql: string
  /** The statement gives one JSON value a row already. */
  whole?: boolean
}

const OWN_PROFILE = '(select id from profile where account_id = $1)'
const BY = `case when by_id is null then 'platform' when by_id = account_id then 'self' else 'professional' end as by`
const NAME_OF = (column: string) =>
  `(select org.name from organisation org where org.id = ${column}) as organisation`
const LABELS = (table: string, codes: string) =>
  `(select coalesce(jsonb_agg(l.label order by l.label), '[]') from ${table} l where l.code = any(${codes}))`

/**
 * Where each part of somebody's own data is kept. A new column of an account or of a profile is in the copy by itself; secrets
 * and the hashes of codes and tokens never are. A reason that an organisation chose not to share stays its own.
 */
export const OWN_DATA_SOURCES: Record<OwnDataPart, Source> = {
  account: {
    columns: [],
    whole: true,
    sql: `select to_jsonb(a) - '{id,territory_id,is_demo,erased_at,duplicate_of_id}'::text[] from account a where a.id = $1`,
  },
  profile: {
    columns: ['profile.account_id'],
    whole: true,
    sql: `select to_jsonb(p) - '{id,account_id,territory_id,commune_code,version}'::text[] || jsonb_build_object(
        'commune', c.name, 'skills', ${LABELS('skill', 'p.skills')}, 'licences', ${LABELS('licence', 'p.licences')},
        'projects', (select coalesce(jsonb_agg(x || jsonb_build_object('occupation', o.plain_label)), '[]')
          from jsonb_array_elements(p.projects) x left join occupation o on o.rome_code = x ->> 'occupationCode'))
      from profile p join commune c on c.insee_code = p.commune_code where p.account_id = $1`,
  },
  cv: {
    columns: ['cv_entry.profile_id'],
    sql: `select kind as cv_part, title as cv_title, place, from_year::text, to_year::text, is_ongoing, details, created_at, updated_at
      from cv_entry where profile_id = ${OWN_PROFILE} order by created_at, id`,
  },
  cv_file: {
    columns: ['cv_file.profile_id'],
    sql: `select format, size as size_in_bytes, added_at from cv_file where profile_id = ${OWN_PROFILE}`,
  },
  registration: {
    columns: ['registration.account_id'],
    sql: 'select kind, answers, updated_at from registration where account_id = $1',
  },
  consents: {
    columns: ['consent.account_id'],
    sql: `select purpose, how, recorded_by_id is not null as written_by_professional, given_at, withdrawn_at,
      withdrawn_how, withdrawn_by_id is not null as withdrawn_by_professional from consent where account_id = $1 order by given_at, id`,
  },
  applications: {
    columns: ['application.profile_id', 'application_change.application_id'],
    sql: `select o.title, ${NAME_OF('a.organisation_id')}, a.state, a.sentence, a.wanted_kind, a.interview_at, a.promised_on,
      case when a.is_reason_shared then a.refusal_reason end as refusal_reason, a.created_at, a.updated_at, (
        select coalesce(jsonb_agg(jsonb_build_object('action', c.action, 'at', c.at) order by c.at, c.id), '[]')
        from application_change c where c.application_id = a.id) as steps
      from application a left join offer o on o.id = a.offer_id where a.profile_id = ${OWN_PROFILE} order by a.created_at, a.id`,
  },
  offer_marks: {
    columns: ['offer_mark.profile_id'],
    sql: `select o.title, ${NAME_OF('o.organisation_id')}, k.mark, k.marked_at
      from offer_mark k join offer o on o.id = k.offer_id where k.profile_id = ${OWN_PROFILE} order by k.marked_at, k.offer_id`,
  },
  saved_searches: {
    columns: ['saved_search.profile_id'],
    sql: `select query, rhythm, channel, created_at, since, next_look_at, paused_at, pause_reason
      from saved_search where profile_id = ${OWN_PROFILE} order by created_at, id`,
  },
  told_offers: {
    columns: ['told_offer.profile_id', 'told_offer.saved_search_id'],
    sql: `select o.title, ${NAME_OF('o.organisation_id')}, t.told_at
      from told_offer t join offer o on o.id = t.offer_id where t.profile_id = ${OWN_PROFILE} order by t.told_at, t.offer_id`,
  },
  proposals: {
    columns: [
      'match.profile_id',
      'match_change.match_id',
      'allocation.profile_id',
      'contact_request.match_id',
    ],
    sql: `select o.title, ${NAME_OF('o.organisation_id')}, m.state, m.reason, m.score_tenths / 10.0 as score, m.distance_km,
      m.criteria, m.missing, (select l.batch from allocation l where l.offer_id = m.offer_id and l.profile_id = m.profile_id) as batch,
      m.scoring_version, m.updated_at, (select jsonb_build_object('request_sentence', q.sentence, 'asked_at', q.created_at, 'agreed_at', q.agreed_at)
        from contact_request q where q.match_id = m.id) as contact_asked, (
        select coalesce(jsonb_agg(jsonb_build_object('action', c.action, 'reason', c.reason, 'at', c.at) order by c.at, c.id), '[]')
        from match_change c where c.match_id = m.id) as steps
      from match m join offer o on o.id = m.offer_id where m.profile_id = ${OWN_PROFILE} order by m.updated_at, m.id`,
  },
  messages: {
    columns: ['message.account_id'],
    sql: `select kind, channel, ${NAME_OF('to_organisation_id')}, state, created_at, updated_at
      from message where account_id = $1 order by created_at, id`,
  },
  answers: {
    columns: ['answer_link.account_id', 'answer_link.message_id'],
    sql: `select o.title, l.answer, l.used_at, l.created_at, l.expires_at from answer_link l
      left join match m on m.id = l.match_id left join offer o on o.id = m.offer_id
      where l.account_id = $1 order by l.created_at, l.token_hash`,
  },
  readings: {
    columns: ['access_log.profile_id', 'access_reason.profile_id'],
    sql: `select at, role, ${NAME_OF('organisation_id')}, purpose, (
        select w.reason from access_reason w where w.hash = l.reason_hash) as reason
      from access_log l where l.profile_id = ${OWN_PROFILE} order by at, sequence`,
  },
  followed_by: {
    columns: ['portfolio.profile_id'],
    sql: `select concat_ws(' ', r.first_name, r.last_name) as referent, f.since, f.ended_at
      from portfolio f join account r on r.id = f.referent_id where f.profile_id = ${OWN_PROFILE} order by f.since`,
  },
  following: {
    columns: ['portfolio.referent_id'],
    sql: 'select since, ended_at from portfolio where referent_id = $1 order by since, profile_id',
  },
  memberships: {
    columns: ['membership.account_id'],
    sql: `select ${NAME_OF('organisation_id')}, role as membership_role, created_at
      from membership where account_id = $1 order by created_at`,
  },
  invitations: {
    columns: ['invitation.account_id'],
    sql: `select role, ${NAME_OF('organisation_id')}, membership_role, created_at, expires_at, used_at, revoked_at
      from invitation where account_id = $1 order by created_at, id`,
  },
  join_requests: {
    columns: ['join_request.account_id'],
    sql: `select ${NAME_OF('organisation_id')}, created_at, decision, decided_at
      from join_request where account_id = $1 order by created_at, id`,
  },
  verifications: {
    columns: ['organisation_verification.account_id'],
    sql: `select ${NAME_OF('organisation_id')}, created_at, used_at
      from organisation_verification where account_id = $1 order by created_at, id`,
  },
  history: {
    columns: ['account_change.account_id'],
    sql: `select action, reason, ${BY}, at from account_change where account_id = $1 order by at, id`,
  },
  suspensions: {
    columns: ['suspension_request.account_id'],
    sql: `select reason, proposed_at, decision, decided_at from suspension_request where account_id = $1 order by proposed_at, id`,
  },
  sessions: {
    columns: ['session.account_id'],
    sql: `select device, role, ${NAME_OF('organisation_id')}, created_at, last_seen_at, expires_at, ended_at
      from session where account_id = $1 order by created_at, id_hash`,
  },
  codes: {
    columns: ['sign_in_code.account_id'],
    sql: 'select channel, created_at, used_at from sign_in_code where account_id = $1 order by created_at, id',
  },
  contact_proofs: {
    columns: ['contact_proof.account_id'],
    sql: 'select channel, contact, previous, created_at, used_at from contact_proof where account_id = $1 order by created_at, id',
  },
  second_factor: {
    columns: ['second_factor.account_id'],
    sql: 'select created_at, confirmed_at from second_factor where account_id = $1',
  },
  recovery_codes: {
    columns: ['recovery_code.account_id'],
    sql: 'select used_at from recovery_code where account_id = $1 order by used_at nulls last',
  },
}

/** The rows of a part as one JSON list, in the order in which its statement gives them. */
const listOf = ({ sql, whole }: Source) =>
  whole
    ? `(select coalesce(jsonb_agg(r.row), '[]') from (${sql}) as r(row))`
    : `(select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (${sql}) as r)`

const EVERY_PART = OWN_DATA_PARTS.map((part) => `${listOf(OWN_DATA_SOURCES[part])} as ${part}`)
  .join(', ')
  .replaceAll('$1', '$1::uuid')

/** Everything kept about the person of an account at one moment, by part; every part is empty when there is no such account. */
export async function readOwnData(db: Db, accountId: string): Promise<OwnData> {
  const [data] = await db.$queryRawUnsafe<OwnData[]>(`select ${EVERY_PART}`, accountId)
  if (!data) throw new Error('a statement without a table gives one row')
  return data
}
