import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { createAccount } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { recordConsent } from '#app/db/consents.server.ts'
import { findOccupation } from '#app/db/occupations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { createProfile } from '#app/db/profiles.server.ts'
import {
  deleteEmptyAccount,
  fillAccount,
  listAccountsByContact,
  listEmptyAccountIds,
  lockRegistrations,
  saveBirthMonth,
} from '#app/db/registrations-on-behalf.server.ts'
import { findLookAlikes } from '#app/db/sought-people.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { type FoundPerson, profilesOf } from '#app/domain/found-person.ts'
import { firstProfile } from '#app/domain/profile.ts'
import { canRegisterOthers } from '#app/domain/registration-on-behalf.policy.ts'
import type { RegistrationOnBehalf } from '#app/domain/registration-on-behalf.schema.ts'
import { accountOnBehalf, agreedPurposes, firstAnswersOnBehalf } from '#app/domain/registration-on-behalf.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { normalisePhone } from '#app/gateways/phone-number.server.ts'
import { newId } from '#app/system/id.server.ts'
import { findTypedCommune } from './find-typed-commune.server.ts'

const SHOWN = 10

/** Done, or people who may be the same and were not shown before: nothing is created until they have been. */
export type Registered =
  | { kind: 'registered'; accountId: string }
  | { kind: 'look_alikes'; people: FoundPerson[] }

const TAKEN = 'Ce contact est déjà celui d’un autre compte. Demandez-en un autre, ou laissez vide.'

/** The empty account to fill in, null to make one; other accounts that have the contact are a refusal beside its field. */
async function accountToFill(
  tx: Db,
  contact: { phone: string | null; email: string | null },
  territoryId: string,
) {
  const known = await listAccountsByContact(tx, contact)
  const ids = known.filter((account) => account.territoryId === territoryId).map(({ id }) => id)
  const empty = await listEmptyAccountIds(tx, ids)
  const fields: Record<string, string[]> = {}
  for (const { phone, email } of known.filter((account) => !empty.includes(account.id))) {
    if (phone !== null && phone === contact.phone) fields.phone = [TAKEN]
    if (email !== null && email === contact.email) fields.email = [TAKEN]
  }
  const [first, ...others] = known.filter(({ id }) => empty.includes(id)).sort((a) => (a.verifiedAt ? -1 : 1))
  return { fields, first: first ?? null, others }
}

/**
 * Registers somebody on her or his behalf, with what was agreed to and how it was said. People who may be the same are shown
 * first, and their showing is logged; whoever of them comes in `form.seen` was judged to be somebody else. An empty account of
 * the same contact is filled in. Refusals: `forbidden`, `invalid_input` beside its fields.
 */
export function registerPerson(options: {
  actor: Actor
  form: RegistrationOnBehalf
  now: Date
}): Promise<Result<Registered>> {
  const { actor, form, now } = options
  return inTransaction<Registered>(async (tx) => {
    if (!canRegisterOthers(actor)) return refuse('forbidden')
    const { territoryId, accountId: byId } = actor
    const phone = form.phone === null ? null : normalisePhone(form.phone)
    const fields: Record<string, string[]> = {}
    if (form.phone !== null && phone === null)
      fields.phone = ['Ce numéro n’existe pas. Exemple : 06 39 98 00 01']
    const commune = await findTypedCommune(form.commune)
    if (typeof commune === 'string') fields.commune = [commune]
    if (form.occupation !== null && !(await findOccupation(tx, form.occupation)))
      fields.occupation = ['Choisissez un métier de la liste.']
    if (typeof commune === 'string' || Object.keys(fields).length > 0) return refuse('invalid_input', fields)

    await lockRegistrations(tx, territoryId)
    const person = { ...form, phone, territoryId, limit: SHOWN }
    const people = (await findLookAlikes(tx, person)).filter(
      ({ firstName, lastName }) => firstName || lastName,
    )
    if (people.some(({ accountId }) => !form.seen.includes(accountId))) {
      await logAccesses(
        tx,
        accessesOf(actor, { purpose: 'registration', at: now, profileIds: profilesOf(people) }),
      )
      return ok({ kind: 'look_alikes', people })
    }
    const taken = await accountToFill(tx, { phone, email: form.email }, territoryId)
    if (Object.keys(taken.fields).length > 0) return refuse('invalid_input', taken.fields)

    const { settings } = await getTerritory(tx, territoryId)
    const { monthlySolicitations } = settings
    const id = taken.first?.id ?? newId()
    for (const other of taken.others) await deleteEmptyAccount(tx, other.id)
    const account = accountOnBehalf(form, { id, territoryId, phone, monthlySolicitations })
    await (taken.first ? fillAccount(tx, account) : createAccount(tx, account, { now, isDemo: false }))
    await saveBirthMonth(tx, id, form.birthMonth)
    const profile = firstProfile(firstAnswersOnBehalf(form), {
      id: newId(),
      accountId: id,
      territoryId,
      commune,
      now,
    })
    await createProfile(tx, profile)
    for (const purpose of agreedPurposes(form, account)) {
      const said = { how: form.how, recordedById: byId, givenAt: now }
      await recordConsent(tx, { id: newId(), accountId: id, purpose, ...said })
    }
    await recordAccountChange(tx, {
      id: newId(),
      accountId: id,
      action: 'registered',
      reason: form.how,
      byId,
      at: now,
    })
    await appendEvents(tx, [{ type: 'profile.changed', payload: { profileId: profile.id } }], now)
    return ok({ kind: 'registered', accountId: id })
  })
}
