import { listApplicationsOfProfile } from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import { readReference, settingsIn } from '#app/db/reference.server.ts'
import { findShownOrganisation, listPublishedOffersOf } from '#app/db/shown-organisations.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { mayProposeAgainOn, waitingAt } from '#app/domain/application.spontaneous.ts'
import { addWorkingDays, parisDate } from '#app/domain/duration.ts'
import { toNamedOfferCard } from './named-offer-card.server.ts'

const PAGE_SIZE = 20

type Asked = { actor: Actor; organisationId: string; now: Date }

/** Where somebody stands with an organisation: the application that waits there, or the day from which another may be made. */
async function standingWith({ actor, organisationId, now }: Asked) {
  if (actor.kind !== 'candidate') return { standingId: null, againOn: null }
  const own = await listApplicationsOfProfile(db(), scopeOf(actor), actor.profileId)
  const standing = waitingAt(organisationId, own)
  return {
    standingId: standing?.id ?? null,
    againOn: standing ? null : mayProposeAgainOn(organisationId, { own, now }),
  }
}

/** True for who may apply to an organisation of this territory, or sign in to do so. */
const mayPropose = (actor: Actor, territoryId: string): boolean =>
  actor.kind === 'anonymous' || (actor.kind === 'candidate' && actor.territoryId === territoryId)

/** A verified organisation as anybody may read it, with a page of its offers; null for any other. */
export async function getOrganisationPage({ actor, organisationId, page, now }: Asked & { page: number }) {
  const organisation = await findShownOrganisation(db(), organisationId)
  if (!organisation) return null
  const { id, territoryId, kind, name, activity, communeName, postalCode, offerCount } = organisation
  const [reference, offers, standing] = await Promise.all([
    readReference(),
    listPublishedOffersOf(db(), id, { page, pageSize: PAGE_SIZE }),
    standingWith({ actor, organisationId, now }),
  ])
  return {
    organisation: { id, kind, name, activity, communeName, postalCode },
    offers: offers.map((named) => toNamedOfferCard(named, null)),
    offerCount,
    page,
    pageCount: Math.max(1, Math.ceil(offerCount / PAGE_SIZE)),
    ...standing,
    replyDelayDays: settingsIn(reference, territoryId).replyDelayWorkingDays,
    isCandidate: actor.kind === 'candidate',
    canPropose: mayPropose(actor, territoryId) && !standing.standingId && !standing.againOn,
  }
}

/** What a candidate reads before applying to an organisation without any offer; null for one that she or he may not apply to. */
export async function getProposePage(asked: Asked & { actor: Extract<Actor, { kind: 'candidate' }> }) {
  const { actor, organisationId, now } = asked
  const organisation = await findShownOrganisation(db(), organisationId)
  if (!organisation || !mayPropose(actor, organisation.territoryId)) return null
  const { id, name, communeName, territoryId } = organisation
  const [reference, standing] = await Promise.all([readReference(), standingWith(asked)])
  const { replyDelayWorkingDays } = settingsIn(reference, territoryId)
  return {
    organisation: { id, name, communeName },
    promisedOn: addWorkingDays(parisDate(now), replyDelayWorkingDays),
    ...standing,
  }
}
