import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { findNamedOffer } from '#app/db/named-offers.server.ts'
import { listProposals, type ProposalRow } from '#app/db/proposals.server.ts'
import { readReference, settingsIn } from '#app/db/reference.server.ts'
import { countReserve } from '#app/db/reserve.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { MATCH_STATE_LABELS } from '#app/domain/match.labels.ts'
import { matchPermissions } from '#app/domain/match.policy.ts'
import { MATCHES_KEPT } from '#app/domain/match.ts'
import type { Explanation } from '#app/domain/matching/explain-pair.ts'
import type { LabelOf } from '#app/domain/matching/pair.labels.ts'
import { CURATED_OFFER_WORDS } from '#app/domain/matching/standing.labels.ts'
import { matchesNobody } from '#app/domain/matching/standing.ts'
import { offerPermissions } from '#app/domain/offer.policy.ts'
import { screenOffer } from '#app/domain/offer.text-filter.ts'
import { ok, refuse } from '#app/domain/result.ts'
import { labelsIn } from './code-labels.server.ts'
import { explainProposals } from './explained-proposals.server.ts'

type Explained = ProposalRow & { explanation: Explanation }

const toProposal = (row: Explained, { actor, labelOf }: { actor: Actor; labelOf: LabelOf }) => ({
  id: row.match.id,
  profileId: row.profile.id,
  name: `${row.firstName} ${row.lastName}`,
  communeName: row.communeName,
  distanceKm: row.match.distanceKm,
  occupations: row.profile.projects.map(({ occupationCode }) => labelOf(occupationCode)),
  reasons: row.explanation.reasons,
  missing: row.explanation.missing,
  change: row.explanation.change?.words ?? null,
  stateLabel: row.match.state === 'proposed' ? null : MATCH_STATE_LABELS[row.match.state],
  reason: row.match.reason,
  scoringVersion: row.match.scoringVersion,
  can: matchPermissions(actor, row.match),
})

/** One offer on the desk: its text, what the filter flagged, and its ranked proposals, once the reading of those people is logged. Refusals: `not_found` outside the scope, `reading_stopped`. */
export async function getCuratedOffer(actor: Actor, offerId: string, now: Date) {
  const scope = scopeOf(actor)
  const [curated, reference] = await Promise.all([findNamedOffer(db(), scope, offerId), readReference()])
  if (!curated) return refuse('not_found')
  const { offer } = curated
  const { territoryId } = offer
  const { batchStopAtInterested: stopAt } = settingsIn(reference, territoryId)
  const [rows, reserve] = await Promise.all([
    listProposals(db(), scope, { offerId, limit: MATCHES_KEPT * 2 }),
    countReserve(db(), { territoryId, offerId, onlyVisible: false, stopAt, now }),
  ])
  const labelOf = labelsIn(reference)
  const { explained, hindrances } = explainProposals(offer, rows, { reader: 'officer', now, reference })
  const profileIds = explained.map(({ profile }) => profile.id)
  const logged = await recordReading(actor, { purpose: 'list', at: now, profileIds })
  if (!logged.ok) return logged
  return ok({
    id: offer.id,
    version: offer.version,
    kind: offer.details.kind,
    state: offer.state,
    title: offer.title,
    description: offer.description,
    findings: screenOffer(offer).map(({ excerpt, sentence, law }) => ({ excerpt, sentence, law })),
    organisationName: curated.organisationName,
    communeName: curated.communeName,
    positions: offer.positions,
    startsOn: offer.startsOn,
    applicationCount: offer.applicationCount,
    licences: offer.licences.map(labelOf),
    skills: offer.skills.map(labelOf),
    hindrances: hindrances.map((one) => CURATED_OFFER_WORDS[one]),
    matchesNobody: matchesNobody(hindrances),
    reserve,
    proposals: explained.map((row) => toProposal(row, { actor, labelOf })),
    can: offerPermissions(actor, offer),
  })
}
