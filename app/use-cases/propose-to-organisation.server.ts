import {
  addApplicationChange,
  createApplication,
  listApplicationsOfProfile,
  lockApplicationsOf,
} from '#app/db/applications.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { countSpontaneous, findShownOrganisation } from '#app/db/shown-organisations.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { decideSpontaneous, waitingAt } from '#app/domain/application.spontaneous.ts'
import { OPEN_APPLICATION_STATES } from '#app/domain/application.transitions.ts'
import type { WantedKind } from '#app/domain/application.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

type Proposal = {
  actor: Extract<Actor, { kind: 'candidate' }>
  organisationId: string
  sentence: string | null
  wantedKind: WantedKind | null
  now: Date
}

/**
 * A candidate applies to an organisation of the territory without any offer, with a sentence or none. Twice is once: the
 * application that waits there is returned. Refusals: `not_found`, `already_proposed`, `proposals_full`,
 * `organisation_full`, `invalid_input` on `sentence`.
 */
export const proposeToOrganisation = (proposal: Proposal): Promise<Result<{ applicationId: string }>> =>
  inTransaction(async (tx) => {
    const { actor, organisationId, sentence, wantedKind, now } = proposal
    const { profileId } = actor
    await lockThing(tx, 'organisation', organisationId)
    await lockApplicationsOf(tx, profileId)
    const organisation = await findShownOrganisation(tx, organisationId)
    if (organisation?.territoryId !== actor.territoryId) return refuse('not_found')
    const own = await listApplicationsOfProfile(tx, scopeOf(actor), profileId)
    const standing = waitingAt(organisationId, own)
    if (standing) return ok({ applicationId: standing.id })
    const [{ settings }, waiting] = [
      await getTerritory(tx, organisation.territoryId),
      await countSpontaneous(tx, organisationId, OPEN_APPLICATION_STATES),
    ]
    const replyDelayDays = settings.replyDelayWorkingDays
    const candidacy = { id: newId(), profileId, sentence, wantedKind, replyDelayDays, now }
    const decision = decideSpontaneous(organisation, { own, waiting }, candidacy)
    if (!decision.ok) return decision
    const { application, change, events } = decision.value
    await createApplication(tx, application)
    await addApplicationChange(tx, application.id, { ...change, actor, now })
    await appendEvents(tx, events, now)
    return ok({ applicationId: application.id })
  })
