import { recordAccountChange } from '#app/db/account-changes.server.ts'
import type { Db } from '#app/db/client.server.ts'
import {
  countDeparture,
  eraseRows,
  type Leaving,
  listOrphanedOrganisations,
  lockLeaving,
  makeAdministrator,
} from '#app/db/erasure.server.ts'
import { listOffersIn } from '#app/db/organisation-offers.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import type { ConsentWay, Said } from '#app/domain/consent.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import type { DepartureReason } from '#app/domain/retention.ts'
import { canErase } from '#app/domain/rights.policy.ts'
import { newId } from '#app/system/id.server.ts'
import { changeOffer } from './change-offer.server.ts'

const SYSTEM = { kind: 'system' } as const
const OPEN_STATES = ['draft', 'in_review', 'published', 'suspended'] as const

/** An organisation is handed to who joined it first; without anybody left its open offers are withdrawn. */
async function leaveOrganisations(tx: Db, accountId: string, now: Date): Promise<Result<null>> {
  for (const { organisationId, heirId } of await listOrphanedOrganisations(tx, accountId)) {
    if (heirId) {
      await makeAdministrator(tx, { organisationId, accountId: heirId })
      continue
    }
    for (const offer of await listOffersIn(tx, SYSTEM, { organisationId, states: OPEN_STATES })) {
      const { id: offerId, version } = offer
      const reason = 'Plus personne ne répond pour la structure'
      const withdrawn = await changeOffer(tx, 'withdraw', { actor: SYSTEM, offerId, version, now, reason })
      if (!withdrawn.ok) return withdrawn
    }
  }
  return ok(null)
}

/** What an erasure does, inside the caller's transaction, which holds the account's row. The database tells `profile.deleted`. */
export async function eraseLeaving(
  tx: Db,
  { leaving, reason, said, now }: { leaving: Leaving; reason: DepartureReason; said: Said; now: Date },
): Promise<Result<null>> {
  const { id: accountId, territoryId } = leaving
  const left = await leaveOrganisations(tx, accountId, now)
  if (!left.ok) return left
  await eraseRows(tx, leaving, now)
  const { how, byId } = said
  const line = { id: newId(), accountId, action: 'erased', byId, at: now } as const
  await recordAccountChange(tx, { ...line, reason: how === 'online' ? reason : how })
  await countDeparture(tx, { territoryId, reason, now })
  return ok(null)
}

/**
 * Erases an account: at the person's own request, or at the hotline when she or he asks. What is left names nobody; the
 * phone and the e-mail are free again. `how` is `online` unless the hotline acts at her or his request; it is kept with who did
 * it and when. Refusals: `not_found` for an account that is unknown, erased, or of another
 * territory; `forbidden` as long as the person holds a post.
 */
export function eraseAccount(options: {
  actor: Actor
  accountId: string
  how?: ConsentWay
  now: Date
}): Promise<Result<null>> {
  const { actor, accountId, how = 'online', now } = options
  return inTransaction(async (tx) => {
    const territoryId = 'territoryId' in actor ? actor.territoryId : null
    const leaving = await lockLeaving(tx, { accountId, territoryId })
    if (!leaving) return refuse('not_found')
    if (!canErase(actor, leaving)) return refuse('forbidden')
    const reason = actor.kind === 'system' ? 'inactivity' : 'own_request'
    return eraseLeaving(tx, { leaving, reason, said: { how, byId: accountIdOf(actor) }, now })
  })
}
