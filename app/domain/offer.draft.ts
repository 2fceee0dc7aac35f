import { addDays, type IsoDate } from './duration.ts'
import type { Position } from './geo.ts'
import type { OfferDecision } from './offer.decide.ts'
import type { OfferContent } from './offer.ts'

/** What an organisation wrote in an offer, apart from its state and its dates. */
export const contentOf = ({
  title,
  occupationCode,
  description,
  communeCode,
  address,
  positions,
  startsOn,
  endsOn,
  hoursPerWeek,
  slots,
  pay,
  licences,
  skills,
  experience,
  isReachableByTransit,
  hasCollectivePickup,
  hasLodging,
  isDisabilityFriendly,
  replyDelayDays,
  details,
}: OfferContent): OfferContent => ({
  title,
  occupationCode,
  description,
  communeCode,
  address,
  positions,
  startsOn,
  endsOn,
  hoursPerWeek,
  slots,
  pay,
  licences,
  skills,
  experience,
  isReachableByTransit,
  hasCollectivePickup,
  hasLodging,
  isDisabilityFriendly,
  replyDelayDays,
  details,
})

// Key order differs between what was read from the database and what was just written.
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )

/** True when two offers say the same, whatever their state. */
export const hasSameContent = (a: OfferContent, b: OfferContent): boolean =>
  canonical(contentOf(a)) === canonical(contentOf(b))

type Draft = {
  id: string
  territoryId: string
  organisationId: string
  content: OfferContent
  position: Position
  now: Date
}

/** A new offer, a draft that only its organisation sees, at its commune's centre. A draft is no fact to tell yet. */
export const draftOffer = ({ content, position, now, ...ids }: Draft): OfferDecision => ({
  offer: {
    ...contentOf(content),
    ...ids,
    latitude: position.latitude,
    longitude: position.longitude,
    state: 'draft',
    version: 1,
    flags: [],
    origin: null,
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
    expiresAt: null,
    closedAt: null,
    applicationCount: 0,
  },
  change: { action: 'create', from: null, to: 'draft', reason: null },
  events: [],
})

const nextYear = (date: IsoDate): IsoDate => {
  const [year = '', month = '', day = ''] = date.split('-')
  const isLeapDay = month === '02' && day === '29'
  return `${Number(year) + 1}-${month}-${isLeapDay ? '28' : day}`
}

/** "Same as last year": the content, its dates moved on by whole years until it is still to begin or, without a first day, to end. */
export function copiedContent(offer: OfferContent, today: IsoDate): OfferContent {
  let { startsOn, endsOn } = contentOf(offer)
  const tomorrow = addDays(today, 1)
  while (startsOn ? startsOn < today : (endsOn ?? tomorrow) < tomorrow) {
    startsOn = startsOn && nextYear(startsOn)
    endsOn = endsOn && nextYear(endsOn)
  }
  return { ...contentOf(offer), startsOn, endsOn }
}
