import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { listNamedProfiles } from '#app/db/near-people.server.ts'
import { listNamedOffersIn } from '#app/db/organisation-offers.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { canAskContact } from '#app/domain/contact-request.ts'
import { parisDate } from '#app/domain/duration.ts'
import { distanceKm } from '#app/domain/geo.ts'
import { personCard } from '#app/domain/person-card.ts'
import { ok, refuse, type ValueOf } from '#app/domain/result.ts'
import { readPersonReference } from '#app/system/person-reference.server.ts'
import { getCodeLabels } from './code-labels.server.ts'

const MOST_OFFERS = 50

type Options = {
  actor: Extract<Actor, { kind: 'recruiter' }>
  reference: string
  /** The offer the person was seen beside; null from a search. */
  offerId: string | null
  now: Date
}

/**
 * The page on which an organisation asks somebody for a word: her or his card, and its own offers on line to choose one from,
 * once the reading is logged. Refusals: `not_found`, `reading_stopped`.
 */
export async function getContactRequestForm({ actor, reference, offerId, now }: Options) {
  const scope = scopeOf(actor)
  const profileId = readPersonReference(actor.organisationId, reference)
  const [organisation, offers, labelOf] = await Promise.all([
    findOrganisation(db(), scope, actor.organisationId),
    listNamedOffersIn(db(), scope, { states: ['published'], limit: MOST_OFFERS }),
    getCodeLabels(),
  ])
  const named = profileId && (await listNamedProfiles(db(), actor.territoryId, [profileId])).get(profileId)
  if (!profileId || !named || organisation?.state !== 'verified') return refuse('not_found')
  const asking = offers.filter(({ offer }) => canAskContact(actor, offer, organisation.state))
  const chosen = asking.find(({ offer }) => offer.id === offerId) ?? asking[0]
  const place = chosen?.offer
  const km =
    place?.latitude != null && place.longitude != null
      ? distanceKm(named.profile, { latitude: place.latitude, longitude: place.longitude })
      : null
  const card = personCard(
    { ...named, person: named, distanceKm: km ?? 0 },
    { labelOf, usefulSkills: place?.skills ?? [] },
  )
  if (!card) return refuse('not_found')
  const logged = await recordReading(actor, { purpose: 'profile', at: now, profileIds: [profileId] })
  if (!logged.ok) return logged
  return ok({
    organisationName: organisation.name,
    card: { ...card, distanceKm: km },
    offers: asking.map(({ offer, communeName }) => ({
      value: offer.id,
      label: `${offer.title}, ${communeName}`,
    })),
    offerId: chosen?.offer.id ?? null,
    today: parisDate(now),
  })
}
export type ContactRequestForm = ValueOf<typeof getContactRequestForm>
