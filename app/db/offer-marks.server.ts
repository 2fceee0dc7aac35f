import type { Scope } from '#app/domain/actor.ts'
import type { OfferMark, OfferMarkKind } from '#app/domain/offer-mark.ts'
import type { Db } from './client.server.ts'
import type { OfferMark as OfferMarkRow } from './generated/client.ts'

const toMark = (row: OfferMarkRow): OfferMark => ({ ...row, mark: row.mark as OfferMarkKind })

/** A person's own marks, newest first, of one kind or of both; none for any other scope. */
export async function listOfferMarks(db: Db, scope: Scope, mark?: OfferMarkKind): Promise<OfferMark[]> {
  if (scope.kind !== 'candidate') return []
  const rows = await db.offerMark.findMany({
    where: { profileId: scope.profileId, mark },
    orderBy: [{ markedAt: 'desc' }, { offerId: 'asc' }],
  })
  return rows.map(toMark)
}

/** What a person did with one offer; null for any other scope, and when nothing was done. */
export async function findOfferMark(db: Db, scope: Scope, offerId: string): Promise<OfferMarkKind | null> {
  if (scope.kind !== 'candidate') return null
  const row = await db.offerMark.findUnique({
    where: { profileId_offerId: { profileId: scope.profileId, offerId } },
  })
  return row && toMark(row).mark
}

/** Writes what a person did with an offer, in the place of what she or he did before. */
export async function saveOfferMark(db: Db, mark: OfferMark): Promise<void> {
  const { profileId, offerId } = mark
  const where = { profileId_offerId: { profileId, offerId } }
  await db.offerMark.upsert({ where, create: mark, update: mark })
}

/** Forgets what a person did with an offer. */
export async function removeOfferMark(db: Db, of: Pick<OfferMark, 'profileId' | 'offerId'>): Promise<void> {
  await db.offerMark.deleteMany({ where: { profileId: of.profileId, offerId: of.offerId } })
}
