import type { Scope } from '#app/domain/actor.ts'
import type { ContactRequest } from '#app/domain/contact-request.ts'
import type { Match, MatchState } from '#app/domain/match.ts'
import type { Db } from './client.server.ts'
import type { Match as MatchRow } from './generated/client.ts'
import { isLive } from './live-applications.ts'
import { toMatch } from './matches.server.ts'

/** A match, with the request for a word that an organisation made for it. */
export type SuggestedMatch = Match & {
  asked: (Pick<ContactRequest, 'id' | 'sentence' | 'agreedAt'> & { organisationName: string }) | null
}

type Row = MatchRow & {
  group: number
  requestId: string | null
  sentence: string | null
  agreedAt: Date | null
  organisationName: string | null
}

const toSuggestedMatch = ({
  group: _,
  requestId,
  sentence,
  agreedAt,
  organisationName,
  ...row
}: Row): SuggestedMatch => ({
  ...toMatch(row),
  asked: requestId && organisationName ? { id: requestId, sentence, agreedAt, organisationName } : null,
})

/**
 * A candidate's matches with published offers that she or he has not answered, no gate closed, by groups of states, each best first, ties by nearer
 * then by id, at most `limit` a group: one list for each group, in their order. Any other scope gets none.
 */
export async function listSuggestedMatches(
  db: Db,
  scope: Scope,
  options: { groups: readonly (readonly MatchState[])[]; limit: number },
): Promise<SuggestedMatch[][]> {
  const { groups, limit } = options
  if (scope.kind !== 'candidate') return groups.map(() => [])
  const states = groups.flatMap((group, index) => group.map((state) => ({ state, index })))
  const rows = await db.$queryRawUnsafe<Row[]>(
    `select found.id, offer_id as "offerId", profile_id as "profileId", found.territory_id as "territoryId",
       scoring_version as "scoringVersion", score_tenths as "scoreTenths", distance_km as "distanceKm", criteria, missing,
       found.state, reason, is_top_for_offer as "isTopForOffer", is_top_for_profile as "isTopForProfile", version,
       updated_at as "updatedAt", "group", r.id as "requestId", r.sentence, r.agreed_at as "agreedAt",
       org.name as "organisationName"
     from (
       select m.*, g.index as "group", row_number() over (
         partition by g.index order by m.score_tenths desc, m.distance_km, m.offer_id) as rank
       from match m
       join offer o on o.id = m.offer_id
       join jsonb_to_recordset($2::jsonb) as g (state text, index int) on g.state = m.state
       where m.profile_id = $1::uuid and m.missing <@ array['consent'] and o.state = 'published'
         and not exists (select 1 from application a where a.offer_id = m.offer_id and a.profile_id = m.profile_id
           and ${isLive('a')})) as found
     left join contact_request r on r.match_id = found.id
     left join organisation org on org.id = r.organisation_id
     where rank <= $3
     order by "group", rank`,
    scope.profileId,
    JSON.stringify(states),
    limit,
  )
  return groups.map((_, index) => rows.filter(({ group }) => group === index).map(toSuggestedMatch))
}
