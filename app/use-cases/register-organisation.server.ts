import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { findAccount } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { recordOrganisationChange } from '#app/db/organisation-changes.server.ts'
import { createOrganisationOnce } from '#app/db/organisations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { OrganisationForm } from '#app/domain/organisation.schema.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { giveOwnName } from './give-own-name.server.ts'
import { joinOrganisation } from './join-organisation.server.ts'
import { identifyOrganisation } from './look-up-organisation.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'
import { organisationFacts } from './organisation-facts.server.ts'

/** Who may sign an organisation up: somebody without hat, or with one of her or his own. */
export type Registrant = Extract<Actor, { kind: 'newcomer' | 'candidate' | 'recruiter' }>

async function write(
  tx: Db,
  organisation: Organisation,
  { accountId, now }: { accountId: string; now: Date },
) {
  if (!(await createOrganisationOnce(tx, organisation, now))) return false
  const { id: organisationId } = organisation
  await joinOrganisation(tx, { accountId, organisationId, role: 'administrator' }, now)
  await recordOrganisationChange(tx, {
    organisationId,
    action: 'registered',
    reason: null,
    accountId,
    at: now,
  })
  await recordAccountChange(tx, {
    id: newId(),
    accountId,
    action: 'registered',
    reason: null,
    byId: accountId,
    at: now,
  })
  await appendEvents(tx, [{ type: 'organisation.registered', payload: { organisationId } }], now)
  return true
}

/**
 * Signs an organisation up, to be verified, with whoever signs it up as its administrator, who wears its hat from then on
 * in a new session. Refusals: `invalid_input` beside its fields, `organisation_closed`, `organisation_known`, `not_found`.
 */
export async function registerOrganisation(options: {
  actor: Registrant
  form: OrganisationForm
  visit: Visit
  now: Date
}): Promise<Result<OpenedSession>> {
  const { actor, form, visit, now } = options
  const lookedUp = await identifyOrganisation(form.number)
  if (!lookedUp.ok) return lookedUp
  if (lookedUp.value.kind === 'known') return refuse('organisation_known')
  const facts = await organisationFacts(lookedUp.value, form)
  if (!facts.ok) return facts
  return inTransaction(async (tx) => {
    const { accountId, territoryId } = actor
    const account = await findAccount(tx, accountId)
    if (!account) return refuse('not_found')
    const named = await giveOwnName(tx, account, { ...form, now })
    if (!named.ok) return named
    const organisation: Organisation = {
      id: newId(),
      territoryId,
      kind: form.kind,
      email: null,
      state: 'pending',
      ...facts.value,
    }
    if (!(await write(tx, organisation, { accountId, now }))) return refuse('organisation_known')
    const worn = { role: 'recruiter', organisationId: organisation.id } as const
    return ok(await openSession(tx, { account, visit, worn, confirmedAt: null, now }))
  })
}
