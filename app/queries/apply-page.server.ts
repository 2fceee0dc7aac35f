import { listApplicationsOfProfile } from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import { findNamedOffer } from '#app/db/named-offers.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { closedToApplications, isLive, mayReapplyOn } from '#app/domain/application.apply.ts'
import { addWorkingDays, parisDate } from '#app/domain/duration.ts'
import { distanceKm } from '#app/domain/geo.ts'
import { toNamedOfferCard } from './named-offer-card.server.ts'

type Asked = { actor: Extract<Actor, { kind: 'candidate' }>; offerId: string; now: Date }

/** The offer a candidate is about to answer, what stands in the way, and the application that stands already; or null. */
export async function getApplyPage({ actor, offerId, now }: Asked) {
  const scope = scopeOf(actor)
  const [named, profile, applications] = await Promise.all([
    findNamedOffer(db(), scope, offerId),
    findProfile(db(), scope, actor.profileId),
    listApplicationsOfProfile(db(), scope, actor.profileId),
  ])
  if (!named || !profile) return null
  const { offer } = named
  const { settings } = await getTerritory(db(), offer.territoryId)
  const earlier = applications.filter((application) => application.offerId === offerId)
  const reapplyOn = earlier[0] ? mayReapplyOn(earlier[0], settings.reapplyAfterDays) : null
  const isTooSoon = reapplyOn !== null && parisDate(now) < reapplyOn
  const distance =
    offer.latitude === null || offer.longitude === null
      ? null
      : distanceKm(profile, { latitude: offer.latitude, longitude: offer.longitude })
  return {
    card: toNamedOfferCard(
      named,
      distance === null ? null : { distanceKm: distance, means: profile.travel.means },
    ),
    promisedOn: addWorkingDays(parisDate(now), offer.replyDelayDays),
    standingId: earlier.find(isLive)?.id ?? null,
    closed: closedToApplications(offer, { ...settings, now }),
    reapplyOn: isTooSoon ? reapplyOn : null,
  }
}
