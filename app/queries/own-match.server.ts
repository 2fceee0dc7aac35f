import { db } from '#app/db/client.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { type Reference, settingsIn } from '#app/db/reference.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { closedToApplications } from '#app/domain/application.apply.ts'
import { parisDate } from '#app/domain/duration.ts'
import { explainPair } from '#app/domain/matching/explain-pair.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import { matchOfferOf } from '#app/domain/matching/offer-to-match.ts'
import { personOfProfile } from '#app/domain/matching/person-of-profile.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import type { Offer } from '#app/domain/offer.ts'
import { labelsIn } from './code-labels.server.ts'

type Options = { offer: Offer; now: Date; reference: Reference }

/**
 * What a signed-in candidate is told of her or himself on an offer's page: why, what is missing, what would open it, as the
 * profile and the offer stand now; `isOutside`: the offer is reserved, and nothing the person said is among its situations. Null for anybody else. Reading an offer needs no consent to be proposed.
 */
export async function getOwnMatch(actor: Actor, { offer: read, now, reference }: Options) {
  if (actor.kind !== 'candidate') return null
  const settings = settingsIn(reference, read.territoryId)
  const labelOf = labelsIn(reference)
  const profile = await findProfile(db(), scopeOf(actor), actor.profileId)
  if (!profile) return null
  const offer = matchOfferOf(read, settings.maxApplicationsPerOffer)
  const person = personOfProfile(profile, true)
  const today = parisDate(now)
  const { criteria } = scorePair(person, offer, { graph: reference.graph, today })
  const { reasons, missing, change } = explainPair(
    { person, offer },
    { criteria, today, reader: 'candidate', labelOf, travel: profile.travel },
  )
  const isOutside = closedGates(person, offer, today).includes('eligibility')
  const hasEnded = read.endsOn !== null && read.endsOn < today
  const mayApply = !hasEnded && closedToApplications(read, { ...settings, now }) === null
  return { reasons, missing, change, isOutside, mayApply }
}
export type OwnMatch = NonNullable<Awaited<ReturnType<typeof getOwnMatch>>>
