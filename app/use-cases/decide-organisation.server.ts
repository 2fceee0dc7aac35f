import { recordAccountChange } from '#app/db/account-changes.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { deleteMembership, listTeam } from '#app/db/memberships.server.ts'
import { recordOrganisationChange } from '#app/db/organisation-changes.server.ts'
import { findOrganisation, saveOrganisationState } from '#app/db/organisations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { type Actor, accountIdOf, scopeOf } from '#app/domain/actor.ts'
import { canDoOnOrganisation, type OrganisationAction } from '#app/domain/organisation.policy.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

export type OrganisationCommand = { actor: Actor; organisationId: string; now: Date }

/**
 * The organisation of a command, held until the transaction ends, once its actor may do this about it. Refusals: `not_found`
 * outside the territory, `forbidden`, `transition_impossible` when it is no longer pending.
 */
export async function loadOrganisation(
  tx: Db,
  action: OrganisationAction,
  { actor, organisationId }: OrganisationCommand,
): Promise<Result<Organisation>> {
  await lockThing(tx, 'organisation', organisationId)
  const organisation = await findOrganisation(tx, scopeOf(actor), organisationId)
  if (!organisation) return refuse('not_found')
  const team = await listTeam(tx, organisationId)
  const isOwnMember = team.some(({ accountId }) => accountId === accountIdOf(actor))
  const may = (state: Organisation['state']) =>
    canDoOnOrganisation(actor, { ...organisation, state, isOwnMember }, action)
  if (may(organisation.state)) return ok(organisation)
  return refuse(may('pending') ? 'transition_impossible' : 'forbidden')
}

/** `verified_by_offer`: by the same gesture as its first offer, which tells it so. */
type Decision = { action: 'verified' | 'verified_by_offer' | 'refused'; reason: string | null }

/** Verifies or closes a pending organisation, inside the caller's transaction. A refused one keeps nobody in it. */
export async function decideOrganisation(
  tx: Db,
  { action, reason }: Decision,
  command: OrganisationCommand,
): Promise<Result<null>> {
  const { organisationId, now } = command
  const loaded = await loadOrganisation(tx, action === 'refused' ? 'refuse' : 'verify', command)
  if (!loaded.ok) return loaded
  const byId = accountIdOf(command.actor)
  await saveOrganisationState(tx, organisationId, action === 'refused' ? 'closed' : 'verified')
  await recordOrganisationChange(tx, { organisationId, action, reason, accountId: byId, at: now })
  const team = action === 'refused' ? await listTeam(tx, organisationId) : []
  for (const { accountId } of team) {
    await deleteMembership(tx, { accountId, organisationId }, now)
    const line = { id: newId(), accountId, action: 'left_organisation', byId, at: now } as const
    await recordAccountChange(tx, { ...line, reason: 'organisation_refused' })
  }
  const type = action === 'refused' ? 'organisation.refused' : 'organisation.verified'
  await appendEvents(tx, [{ type, payload: { organisationId } }], now)
  return ok(null)
}
