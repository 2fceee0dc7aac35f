import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { findAccount } from '#app/db/accounts.server.ts'
import { type Db, db } from '#app/db/client.server.ts'
import { searchCommunes } from '#app/db/communes.server.ts'
import { recordOrganisationChange } from '#app/db/organisation-changes.server.ts'
import { createOrganisationOnce } from '#app/db/organisations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { chooseCommune } from '#app/domain/commune.choose.ts'
import type { OrganisationForm } from '#app/domain/organisation.schema.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { giveOwnName } from './give-own-name.server.ts'
import { joinOrganisation } from './join-organisation.server.ts'
import { identifyOrganisation, type LookedUp } from './look-up-organisation.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'

/** Who may sign an organisation up: somebody without hat, or with one of her or his own. */
export type Registrant = Extract<Actor, { kind: 'newcomer' | 'candidate' | 'recruiter' }>

const SHOWN = 8

type Facts = Pick<Organisation, 'name' | 'siret' | 'rna' | 'activity' | 'communeCode' | 'address' | 'flags'>

async function findCommuneCode(typed: string): Promise<string | { sentence: string }> {
  if (typed === '') return { sentence: 'Écrivez la commune de la structure.' }
  const choice = chooseCommune({ typed, chosenCode: null }, await searchCommunes(db(), typed, SHOWN))
  if (choice.kind === 'found') return choice.commune.inseeCode
  if (choice.kind === 'unknown')
    return { sentence: 'Nous ne connaissons pas cette commune. Vérifiez son nom, ou son code postal.' }
  const names = choice.communes.map(({ name, postalCodes }) => `${name} ${postalCodes[0] ?? ''}`.trim())
  return {
    sentence: `Plusieurs communes répondent à ce nom : ${names.join(', ')}. Écrivez le nom et le code postal.`,
  }
}

/** What the directory says goes before what was typed. */
async function factsOf(
  lookedUp: Exclude<LookedUp, { kind: 'known' }>,
  form: OrganisationForm,
): Promise<Result<Facts>> {
  const isFound = lookedUp.kind === 'found'
  const known = isFound ? lookedUp.commune?.inseeCode : undefined
  const communeCode = known ?? (await findCommuneCode(form.commune))
  const fields: Record<string, string[]> = {}
  if (typeof communeCode !== 'string') fields.commune = [communeCode.sentence]
  if (!isFound && form.name.length < 2) fields.name = ['Écrivez le nom de la structure.']
  if (typeof communeCode !== 'string' || fields.name) return refuse('invalid_input', fields)
  if (!isFound) {
    const { siret, rna, flag } = lookedUp
    const { name, address, activity } = form
    const typed = { name, address: address || null, activity: activity || null }
    return ok({ ...typed, siret, rna, communeCode, flags: [flag] })
  }
  const { siret, name, address, activity, rna } = lookedUp.establishment
  return ok({ siret, name, address, activity, rna, communeCode, flags: [] })
}

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
  const facts = await factsOf(lookedUp.value, form)
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
