import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { searchPeople } from '#app/db/sought-people.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { type FoundPerson, profilesOf } from '#app/domain/found-person.ts'
import { canFindPeople } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { normalisePhone } from '#app/gateways/phone-number.server.ts'

/** People shown for one search. */
export const SEARCH_LIMIT = 20

function readSought(typed: string) {
  if (typed.includes('@')) return { kind: 'email', email: typed.toLowerCase() } as const
  const phone = /^[+\d\s.()-]+$/.test(typed) ? normalisePhone(typed) : null
  if (phone) return { kind: 'phone', phone } as const
  const words = typed.split(/\s+/).slice(0, 6)
  return { kind: 'name', words } as const
}

/**
 * People of the territory by phone, e-mail or a name that sounds alike, 20 at most; each one shown is in the access log.
 * Refusals: `forbidden`, `invalid_input` on `text`, `reading_stopped` for who reads too many people.
 */
export function findPeople(options: {
  actor: Actor
  text: string
  now: Date
}): Promise<Result<FoundPerson[]>> {
  const { actor, now } = options
  const typed = options.text.trim().slice(0, 200)
  return inTransaction(async (tx) => {
    if (!canFindPeople(actor)) return refuse('forbidden')
    if (typed.length < 2)
      return refuse('invalid_input', { text: ['Écrivez un nom, un numéro ou une adresse e-mail.'] })
    const { territoryId } = actor
    const people = await searchPeople(tx, { territoryId, sought: readSought(typed), limit: SEARCH_LIMIT })
    await logAccesses(tx, accessesOf(actor, { purpose: 'list', at: now, profileIds: profilesOf(people) }))
    return ok(people)
  })
}
