import { db } from '#app/db/client.server.ts'
import { findNamedOffer } from '#app/db/named-offers.server.ts'
import { listLicences, listOccupations, listSkills } from '#app/db/occupations.server.ts'
import { listProposals, type ProposalRow } from '#app/db/proposals.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { MATCH_STATE_LABELS } from '#app/domain/match.labels.ts'
import { matchPermissions } from '#app/domain/match.policy.ts'
import { MATCHES_KEPT } from '#app/domain/match.ts'
import { GATE_LABELS } from '#app/domain/matching/criteria.ts'
import { reasonsOf } from '#app/domain/matching/explain.ts'
import { offerPermissions } from '#app/domain/offer.policy.ts'
import { screenOffer } from '#app/domain/offer.text-filter.ts'
import type { Offer } from '#app/domain/offer.ts'

type Labels = { occupations: Map<string, string>; skills: Map<string, string>; licences: Map<string, string> }

const labelOf = (labels: Map<string, string>, code: string) => labels.get(code) ?? code

async function loadLabels(): Promise<Labels> {
  const [occupations, skills, licences] = await Promise.all([
    listOccupations(db()),
    listSkills(db()),
    listLicences(db()),
  ])
  return {
    occupations: new Map(occupations.map((o) => [o.romeCode, o.label])),
    skills: new Map(skills.map((s) => [s.code, s.label])),
    licences: new Map(licences.map((l) => [l.code, l.label])),
  }
}

function missingOf(row: ProposalRow, offer: Offer, labels: Labels): string[] {
  const skills = offer.skills.filter((code) => !row.profile.skills.includes(code))
  return [
    ...row.match.missing.map((gate) => GATE_LABELS[gate]),
    ...(skills.length > 0
      ? [`à apprendre : ${skills.map((code) => labelOf(labels.skills, code)).join(', ')}`]
      : []),
  ]
}

const toProposal = (row: ProposalRow, offer: Offer, options: { actor: Actor; labels: Labels }) => ({
  id: row.match.id,
  name: `${row.firstName} ${row.lastName}`,
  communeName: row.communeName,
  distanceKm: row.match.distanceKm,
  occupations: row.profile.projects.map((p) => labelOf(options.labels.occupations, p.occupationCode)),
  reasons: reasonsOf(row.match.criteria),
  missing: missingOf(row, offer, options.labels),
  stateLabel: row.match.state === 'proposed' ? null : MATCH_STATE_LABELS[row.match.state],
  reason: row.match.reason,
  scoringVersion: row.match.scoringVersion,
  can: matchPermissions(options.actor, row.match),
})

/** One offer on the desk: its text, what the filter flagged, and its ranked proposals; null outside the scope. */
export async function getCuratedOffer(actor: Actor, offerId: string) {
  const scope = scopeOf(actor)
  const curated = await findNamedOffer(db(), scope, offerId)
  if (!curated) return null
  const { offer } = curated
  const [rows, labels] = await Promise.all([
    listProposals(db(), scope, { offerId, limit: MATCHES_KEPT * 2 }),
    loadLabels(),
  ])
  return {
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
    licences: offer.licences.map((code) => labelOf(labels.licences, code)),
    skills: offer.skills.map((code) => labelOf(labels.skills, code)),
    proposals: rows.map((row) => toProposal(row, offer, { actor, labels })),
    can: offerPermissions(actor, offer),
  }
}
export type CuratedOfferPage = NonNullable<Awaited<ReturnType<typeof getCuratedOffer>>>
