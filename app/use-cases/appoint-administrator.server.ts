import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { changeAccountRole } from '#app/db/accounts.server.ts'
import { findHomeTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { isProfessional } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { readContact } from './read-contact.server.ts'
import { findInvited } from './write-invitation.server.ts'

/**
 * The platform itself makes an administrator of the home territory, who proves the contact by signing in. For whoever runs
 * the servers: the first one can be invited by nobody. Refusals: `invalid_input`, `not_found` without territory, `post_held`.
 */
export const appointAdministrator = (options: { contact: string; now: Date }): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const { now } = options
    const contact = readContact(options.contact)
    if (typeof contact === 'string') return refuse('invalid_input', { contact: [contact] })
    const territory = await findHomeTerritory(tx)
    const account = territory && (await findInvited(tx, { contact, territoryId: territory.id, now }))
    if (!account) return refuse('not_found')
    if (isProfessional(account.role)) return refuse('post_held')
    await changeAccountRole(tx, account.id, { from: account.role, to: 'administrator' })
    const line = { id: newId(), accountId: account.id, action: 'post_taken', at: now } as const
    await recordAccountChange(tx, { ...line, reason: 'administrator', byId: null })
    return ok(null)
  })
