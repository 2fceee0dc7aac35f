import {
  addApplicationChange,
  createApplication,
  listApplicationsOfProfile,
  lockApplicationsTo,
} from '#app/db/applications.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { addMatchChange, findMatchOfPair, saveMatch } from '#app/db/matches.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { decideApply, isLive } from '#app/domain/application.apply.ts'
import { decideMatch } from '#app/domain/match.decide.ts'
import type { Match } from '#app/domain/match.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

type CandidateActor = Extract<Actor, { kind: 'candidate' }>
export type SendApplication = { actor: CandidateActor; offerId: string; sentence: string | null; now: Date }

/** What applying does, inside the caller's transaction. An application that stands is returned as it is. */
export async function sendApplication(
  tx: Db,
  { actor, offerId, sentence, now }: SendApplication,
): Promise<Result<{ applicationId: string }>> {
  await lockApplicationsTo(tx, offerId)
  const scope = scopeOf(actor)
  const offer = await findOffer(tx, scope, offerId)
  if (!offer) return refuse('not_found')
  const { profileId } = actor
  const earlier = (await listApplicationsOfProfile(tx, scope, profileId)).filter((a) => a.offerId === offerId)
  const live = earlier.find(isLive)
  if (live) return ok({ applicationId: live.id })
  const { settings } = await getTerritory(tx, offer.territoryId)
  const match = await findMatchOfPair(tx, scope, { offerId, profileId })
  const candidacy = { id: newId(), profileId, matchId: match?.id ?? null, sentence, now }
  const decision = decideApply(offer, earlier[0] ?? null, { ...candidacy, ...settings })
  if (!decision.ok) return decision
  const { application, change, events } = decision.value
  await createApplication(tx, application)
  await addApplicationChange(tx, application.id, { ...change, actor, now })
  if (match && !(await markApplied(tx, match, { actor, now }))) return refuse('stale_version')
  await appendEvents(tx, events, now)
  return ok({ applicationId: application.id })
}

/** The proposal follows. False when somebody decided on it in between. */
async function markApplied(tx: Db, match: Match, by: { actor: Actor; now: Date }): Promise<boolean> {
  const decision = decideMatch(match, { action: 'apply', ...by })
  // Applied to before and ended since: there is nothing left to change.
  if (!decision.ok) return true
  if (!(await saveMatch(tx, decision.value.match, match.version))) return false
  await addMatchChange(tx, match.id, { ...decision.value.change, ...by })
  return true
}
