import type { Db } from '#app/db/client.server.ts'
import { createContactRequest, createMatchOnce, findContactRequest } from '#app/db/contact-requests.server.ts'
import { listMatchOffers, listMatchPeople } from '#app/db/match-candidates.server.ts'
import { addMatchChange, findMatchOfPair, saveMatch } from '#app/db/matches.server.ts'
import { listOccupations } from '#app/db/occupations.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { listBudgetsLeft } from '#app/db/solicitations.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { canAskContact } from '#app/domain/contact-request.ts'
import { parisDate } from '#app/domain/duration.ts'
import { decideMatch } from '#app/domain/match.decide.ts'
import type { Match } from '#app/domain/match.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { SCORING_VERSION } from '#app/domain/matching/weights.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { readPersonReference } from '#app/system/person-reference.server.ts'

const SYSTEM = { kind: 'system' } as const

type AskContact = {
  actor: Extract<Actor, { kind: 'recruiter' }>
  offerId: string
  /** The person as the organisation's pages name her or him. */
  reference: string
  sentence: string
  now: Date
}

/** The pair as matching sees it now, or null when a gate is closed: nobody is asked for what she or he did not accept. */
async function openPair(tx: Db, offer: Offer, profileId: string, now: Date): Promise<Match | null> {
  const { settings } = await getTerritory(tx, offer.territoryId)
  const [[person], [known], profile] = await Promise.all([
    listMatchPeople([profileId]),
    listMatchOffers([offer.id], settings.maxApplicationsPerOffer),
    findProfile(tx, SYSTEM, profileId),
  ])
  const today = parisDate(now)
  if (!person || !known || !profile || profile.visibility === 'hidden') return null
  if (profile.territoryId !== offer.territoryId || closedGates(person, known, today).length > 0) return null
  const graph = buildOccupationGraph(await listOccupations(tx))
  const { scoreTenths, distanceKm, criteria } = scorePair(person, known, { graph, today })
  return {
    id: newId(),
    offerId: offer.id,
    profileId,
    territoryId: offer.territoryId,
    scoringVersion: SCORING_VERSION,
    scoreTenths,
    distanceKm,
    criteria,
    missing: [],
    state: 'proposed',
    reason: null,
    isTopForOffer: false,
    isTopForProfile: false,
    version: 1,
    updatedAt: now,
  }
}

/**
 * An organisation asks somebody for a word about one of its offers: the platform writes as it does for a proposal, within the
 * person's budget, hours and channel. Asked again, it is one request. Refusals: `not_found`, `offer_closed`, `forbidden` for
 * an organisation not verified, `contact_impossible`, `budget_spent`, `already_asked`, `stale_version`.
 */
export const askContact = (command: AskContact): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const { actor, offerId, reference, now } = command
    const { organisationId, territoryId } = actor
    const profileId = readPersonReference(organisationId, reference)
    const [offer, organisation] = [
      await findOffer(tx, scopeOf(actor), offerId),
      await findOrganisation(tx, scopeOf(actor), organisationId),
    ]
    if (!profileId || !offer || !organisation) return refuse('not_found')
    if (offer.state !== 'published') return refuse('offer_closed')
    if (!canAskContact(actor, offer, organisation.state)) return refuse('forbidden')
    const pair = { offerId, profileId }
    const known = await findMatchOfPair(tx, SYSTEM, pair)
    if (known && (await findContactRequest(tx, known.id))?.organisationId === organisationId) return ok(null)
    if (known && known.state !== 'proposed')
      return refuse(known.state === 'set_aside' ? 'contact_impossible' : 'already_asked')
    const scored = await openPair(tx, offer, profileId, now)
    if (!scored) return refuse('contact_impossible')
    const left = await listBudgetsLeft(tx, { territoryId, profileIds: [profileId], now })
    if ((left.get(profileId) ?? 0) === 0) return refuse('budget_spent')
    if (!known) await createMatchOnce(tx, scored)
    const match = await findMatchOfPair(tx, SYSTEM, pair)
    if (!match) return refuse('contact_impossible')
    const decision = decideMatch(match, { action: 'ask', actor: SYSTEM, now })
    if (!decision.ok) return refuse('already_asked')
    const { match: next, change, events } = decision.value
    if (!(await saveMatch(tx, next, match.version))) return refuse('stale_version')
    await addMatchChange(tx, match.id, { ...change, actor, now })
    await createContactRequest(tx, {
      id: newId(),
      matchId: match.id,
      organisationId,
      accountId: actor.accountId,
      sentence: command.sentence || null,
      createdAt: now,
      agreedAt: null,
    })
    await appendEvents(tx, events, now)
    return ok(null)
  })
