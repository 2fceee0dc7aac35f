import { type CentreMove, moveOffers, moveProfiles, upsertCommunes } from '#app/db/commune-imports.server.ts'
import { listAllCommunes } from '#app/db/communes.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Commune, searchName } from '#app/domain/commune.ts'
import type { DomainEvent } from '#app/domain/events.ts'
import { ok, type Result } from '#app/domain/result.ts'

export type CommuneImport = {
  created: number
  updated: number
  unchanged: number
  movedProfiles: number
  movedOffers: number
}

/** The commune as it is kept: what is compared to tell a change. */
const kept = (commune: Commune) =>
  JSON.stringify([
    commune.name,
    commune.departementCode,
    commune.postalCodes,
    commune.formerNames.map(searchName),
    commune.population,
    commune.epciCode,
    commune.epciName,
    commune.latitude,
    commune.longitude,
    commune.isApproximate,
  ])

/**
 * Creates or updates communes by their INSEE code. What stood at the centre of a commune, people and offers, follows that
 * centre, and is told so that it is indexed and matched again. The same communes again change nothing. Refuses nothing.
 */
export function importCommunes(options: {
  communes: readonly Commune[]
  now: Date
}): Promise<Result<CommuneImport>> {
  const { communes, now } = options
  return inTransaction(async (tx) => {
    const known = new Map((await listAllCommunes(tx)).map((commune) => [commune.inseeCode, commune]))
    const created = communes.filter(({ inseeCode }) => !known.has(inseeCode))
    const updated = communes.filter((commune) => {
      const old = known.get(commune.inseeCode)
      return old && kept(old) !== kept(commune)
    })
    if (created.length + updated.length > 0) await upsertCommunes(tx, [...created, ...updated])
    const moves = updated.flatMap((to): CentreMove[] => {
      const from = known.get(to.inseeCode)
      const isMoved = from && (from.latitude !== to.latitude || from.longitude !== to.longitude)
      return isMoved ? [{ inseeCode: to.inseeCode, from, to }] : []
    })
    const profileIds = await moveProfiles(tx, moves, now)
    const offerIds = await moveOffers(tx, moves, now)
    const events: DomainEvent[] = [
      ...offerIds.map((offerId) => ({ type: 'offer.edited' as const, payload: { offerId } })),
      ...profileIds.map((profileId) => ({ type: 'profile.changed' as const, payload: { profileId } })),
    ]
    await appendEvents(tx, events, now)
    return ok({
      created: created.length,
      updated: updated.length,
      unchanged: communes.length - created.length - updated.length,
      movedProfiles: profileIds.length,
      movedOffers: offerIds.length,
    })
  })
}
