import type { DomainEvent } from './events.ts'
import type { Position } from './geo.ts'
import type { OfferChange } from './offer.decide.ts'
import { isClosed, type Offer, type OfferContent, type OfferOrigin } from './offer.ts'

const DAY_MS = 86_400_000

/** What a source says of an offer once placed. */
export type SourcedContent = OfferContent & Position & { origin: OfferOrigin; publishedAt: Date | null }

/** An offer already imported, and what people did to it here: their word is kept over the source's. */
export type ImportedOffer = { offer: Offer; isEditedByPerson: boolean; isClosedByPerson: boolean }

export type ImportOutcome = 'created' | 'updated' | 'reopened' | 'unchanged' | 'kept'

/** `change` and `events` are empty when nothing is to be told; `isRenewed` says that only the expiry moves. */
export type ImportDecision = {
  outcome: ImportOutcome
  offer: Offer
  change: OfferChange | null
  events: DomainEvent[]
  isRenewed: boolean
}

const CONTENT_KEYS = [
  'title',
  'occupationCode',
  'description',
  'communeCode',
  'latitude',
  'longitude',
  'address',
  'positions',
  'startsOn',
  'endsOn',
  'hoursPerWeek',
  'slots',
  'pay',
  'licences',
  'skills',
  'experience',
  'isReachableByTransit',
  'hasCollectivePickup',
  'hasLodging',
  'isDisabilityFriendly',
  'details',
  'origin',
] as const satisfies (keyof SourcedContent)[]

/** JSON with the keys of each object in order: equal values give equal texts. */
function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${key}:${stableText(item)}`).join()}}`
}

const isSame = (offer: Offer, content: SourcedContent) =>
  CONTENT_KEYS.every((key) => stableText(offer[key]) === stableText(content[key]))

/**
 * A new imported offer: published at once, since its source has read it before us, dated by that source (L5332-1),
 * alive for `lifetimeDays`.
 */
export function createSourcedOffer(
  content: SourcedContent,
  options: { id: string; territoryId: string; now: Date; lifetimeDays: number },
): ImportDecision {
  const { id, territoryId, now, lifetimeDays } = options
  const { publishedAt } = content
  const offer: Offer = {
    ...content,
    id,
    territoryId,
    organisationId: null,
    state: 'published',
    version: 1,
    flags: [],
    createdAt: now,
    updatedAt: now,
    publishedAt: publishedAt && publishedAt < now ? publishedAt : now,
    expiresAt: new Date(now.getTime() + lifetimeDays * DAY_MS),
    closedAt: null,
    applicationCount: 0,
  }
  return {
    outcome: 'created',
    offer,
    change: { action: 'create', from: null, to: 'published', reason: null },
    events: [{ type: 'offer.published', payload: { offerId: id } }],
    isRenewed: false,
  }
}

/**
 * What a later file does to an imported offer. The source rules its text and whether it lives; a person's edit or closing
 * here is kept. A listed offer that had expired or been withdrawn with its source is published again. Nothing new to say
 * leaves the version alone; an expiry in the second half of its time is pushed on silently.
 */
export function updateSourcedOffer(
  imported: ImportedOffer,
  content: SourcedContent,
  options: { now: Date; lifetimeDays: number },
): ImportDecision {
  const { offer, isEditedByPerson, isClosedByPerson } = imported
  const { now, lifetimeDays } = options
  const still = { offer, change: null, events: [], isRenewed: false }
  const isBack = isClosed(offer.state)
  if (isBack && (isClosedByPerson || offer.state === 'filled' || offer.state === 'refused'))
    return { ...still, outcome: 'kept' }
  const expiresAt = new Date(now.getTime() + lifetimeDays * DAY_MS)
  const hasNewText = !isEditedByPerson && !isSame(offer, content)
  const { publishedAt: _, replyDelayDays: __, ...text } = content
  const next: Offer = {
    ...offer,
    ...(hasNewText ? text : {}),
    version: offer.version + 1,
    updatedAt: now,
    expiresAt,
  }
  if (isBack)
    return {
      outcome: 'reopened',
      offer: { ...next, state: 'published', closedAt: null, publishedAt: offer.publishedAt ?? now },
      change: { action: 'publish', from: offer.state, to: 'published', reason: 'De retour à la source' },
      events: [{ type: 'offer.published', payload: { offerId: offer.id } }],
      isRenewed: false,
    }
  if (hasNewText)
    return {
      outcome: 'updated',
      offer: next,
      change: { action: 'edit', from: offer.state, to: offer.state, reason: null },
      events: [{ type: 'offer.edited', payload: { offerId: offer.id } }],
      isRenewed: false,
    }
  const halfTime = now.getTime() + (lifetimeDays * DAY_MS) / 2
  const isRenewed = offer.expiresAt !== null && offer.expiresAt.getTime() < halfTime
  return {
    ...still,
    outcome: isEditedByPerson && !isSame(offer, content) ? 'kept' : 'unchanged',
    offer: isRenewed ? { ...offer, expiresAt } : offer,
    isRenewed,
  }
}

/** True when a file has too few good rows for the offers it lacks to be taken as gone: none, or fewer than half. */
export const isTooPoorToWithdraw = (counts: { read: number; valid: number }): boolean =>
  counts.valid === 0 || counts.valid * 2 < counts.read
