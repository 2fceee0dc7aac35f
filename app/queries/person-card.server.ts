import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { findReachableAccount } from '#app/db/account-states.server.ts'
import { findRegistrar } from '#app/db/registrations-on-behalf.server.ts'
import { findSoughtPerson } from '#app/db/sought-people.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { profilesOf } from '#app/domain/found-person.ts'
import { canReceiveSms, displayPhone } from '#app/domain/phone.ts'
import { canFindPeople, canPrintCard } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, refuse } from '#app/domain/result.ts'
import { env } from '#app/system/env.server.ts'
import { cardToken } from '#app/system/secrets.server.ts'

/**
 * The card to print for somebody: her or his name, where a code goes, and the address behind the QR code, null for whoever can
 * only be reached by the hotline. The reading is logged. Refusals: `not_found`, `reading_stopped`.
 */
export const getPersonCard = (actor: Actor, accountId: string, now: Date) =>
  inTransaction(async (tx) => {
    const account = await findReachableAccount(tx, accountId)
    const registeredById = account && (await findRegistrar(tx, accountId))
    if (!account || !canPrintCard(actor, { territoryId: account.territoryId, registeredById }))
      return refuse('not_found')
    const person = await findSoughtPerson(tx, account.territoryId, accountId)
    if (!person) return refuse('not_found')
    await logAccesses(tx, accessesOf(actor, { purpose: 'card', at: now, profileIds: profilesOf([person]) }))
    const phone = account.phone && canReceiveSms(account.phone) ? account.phone : null
    return ok({
      accountId,
      name: `${account.firstName} ${account.lastName}`.trim(),
      phone: phone && displayPhone(phone),
      email: phone ? null : account.email,
      site: env().APP_URL.replace(/^https?:\/\//, ''),
      url: phone || account.email ? `${env().APP_URL}/connexion/carte/${cardToken(accountId)}` : null,
      back: canFindPeople(actor) ? `/accueil/personnes/${accountId}` : '/accueil/inscrire',
    })
  })
