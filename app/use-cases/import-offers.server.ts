import { createOffers } from '#app/db/bulk.server.ts'
import { db } from '#app/db/client.server.ts'
import { listAllCommunes } from '#app/db/communes.server.ts'
import { readKnownWords } from '#app/db/known-words.server.ts'
import { saveOffer } from '#app/db/offers.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { addOfferChanges, findSourcedOffers, lockSource, renewOffers } from '#app/db/sourced-offers.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { toSourcedContent } from '#app/domain/sourced-offer.content.ts'
import {
  createSourcedOffer,
  type ImportDecision,
  type ImportOutcome,
  type SourcedContent,
  updateSourcedOffer,
} from '#app/domain/sourced-offer.decide.ts'
import { indexCommunes, placeSourcedOffer } from '#app/domain/sourced-offer.place.ts'
import type { RejectedRow, SourcedOffer, SourceRow } from '#app/domain/sourced-offer.ts'
import type { Territory } from '#app/domain/territory.ts'
import { newId } from '#app/system/id.server.ts'

const BATCH = 500

export type ImportCounts = Record<ImportOutcome, number>
type Import = { territory: Territory; source: string; now: Date }

/** Understands and places the offers of a source. Returns what can be imported, and each row that cannot with its reason. */
export async function placeOffers(options: {
  territoryId: string
  source: string
  rows: readonly { row: SourceRow; offer: SourcedOffer }[]
}): Promise<{ placed: SourcedContent[]; rejected: RejectedRow[] }> {
  const territory = await getTerritory(db(), options.territoryId)
  const index = indexCommunes(await listAllCommunes(db()))
  const known = await readKnownWords(db())
  const placed: SourcedContent[] = []
  const rejected: RejectedRow[] = []
  for (const { row, offer } of options.rows) {
    const place = placeSourcedOffer(offer.place, index)
    if (place.ok) {
      const replyDelayDays = territory.settings.replyDelayWorkingDays
      const content = toSourcedContent(offer, {
        placed: place.value,
        source: options.source,
        replyDelayDays,
        known,
      })
      placed.push(content)
    } else rejected.push({ ...row, sourceId: offer.sourceId, reason: place.reason })
  }
  return { placed, rejected }
}

/**
 * Creates or updates the offers of a source by their id there, in batches of 500, each in one transaction. A second run
 * with the same offers changes nothing and tells nothing. `onProgress` hears how many are done. Refuses nothing: what
 * somebody saved in the same instant counts as `kept`.
 */
export async function importOffers(options: {
  territoryId: string
  source: string
  offers: readonly SourcedContent[]
  now: Date
  onProgress?: (done: number) => void
}): Promise<Result<ImportCounts>> {
  const { source, offers, now, onProgress } = options
  const territory = await getTerritory(db(), options.territoryId)
  const counts: ImportCounts = { created: 0, updated: 0, reopened: 0, unchanged: 0, kept: 0 }
  for (let start = 0; start < offers.length; start += BATCH) {
    const batch = offers.slice(start, start + BATCH)
    const saved = await importBatch(batch, { territory, source, now })
    if (!saved.ok) return saved
    for (const outcome of saved.value) counts[outcome]++
    onProgress?.(Math.min(offers.length, start + BATCH))
  }
  return ok(counts)
}

function importBatch(
  batch: readonly SourcedContent[],
  { territory, source, now }: Import,
): Promise<Result<ImportOutcome[]>> {
  return inTransaction(async (tx) => {
    await lockSource(tx, source)
    const sourceIds = batch.map(({ origin }) => origin.sourceId)
    const present = await findSourcedOffers(tx, { source, sourceIds })
    const lifetimeDays = territory.settings.offerLifetimeDays
    const decisions = batch.map((content): ImportDecision => {
      const imported = present.get(content.origin.sourceId)
      return imported
        ? updateSourcedOffer(imported, content, { now, lifetimeDays })
        : createSourcedOffer(content, { id: newId(), territoryId: territory.id, now, lifetimeDays })
    })
    await createOffers(
      tx,
      decisions.filter(({ outcome }) => outcome === 'created').map(({ offer }) => offer),
    )
    const told: ImportDecision[] = []
    const outcomes: ImportOutcome[] = []
    for (const decision of decisions) {
      const { outcome, offer } = decision
      const isSaved =
        (outcome !== 'updated' && outcome !== 'reopened') || (await saveOffer(tx, offer, offer.version - 1))
      if (isSaved) told.push(decision)
      outcomes.push(isSaved ? outcome : 'kept')
    }
    const renewed = told.filter(({ isRenewed }) => isRenewed).map(({ offer }) => offer)
    const [until] = renewed.map(({ expiresAt }) => expiresAt)
    if (until)
      await renewOffers(
        tx,
        renewed.map(({ id }) => id),
        until,
      )
    const changes = told.flatMap(({ offer, change }) => (change ? [{ offerId: offer.id, change }] : []))
    await addOfferChanges(tx, changes, now)
    await appendEvents(
      tx,
      told.flatMap(({ events }) => events),
      now,
    )
    return ok(outcomes)
  })
}
