import type { HistoryLine } from '#app/db/bulk.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { isClosed, type Offer, type OfferState } from '#app/domain/offer.ts'
import type { Random } from '#prisma/reference/random.ts'
import { DAY_MS, daysBefore, drawEarly, drawId, drawOf } from './draw.ts'
import { type DrawnOffer, drawOffer, KIND_SHARES, type Recruiters } from './offer-content.ts'
import type { SeedOrganisation } from './organisations.ts'

export type SeedOffer = { offer: Offer; owner: SeedOrganisation; history: HistoryLine[] }

const LIFETIME_DAYS = 60

/** The states of the offers that are not on line: most have found somebody. */
const STATE_SHARES: readonly (readonly [OfferState, number])[] = [
  ['filled', 380],
  ['expired', 200],
  ['withdrawn', 70],
  ['suspended', 14],
  ['draft', 18],
  ['refused', 12],
]

/** Draws offers of every kind and state: the first ones are on line since two months at most, the others closed over two years. */
export function drawOffers(
  random: Random,
  counts: { offers: number; onLine: number },
  options: { organisations: readonly SeedOrganisation[]; now: Date },
): SeedOffer[] {
  const { organisations, now } = options
  const verified = organisations.filter(({ organisation }) => organisation.state === 'verified')
  const recruiters = groupByFamily(verified)
  const pending = organisations.filter(({ organisation }) => organisation.state === 'pending')
  const onLine = new Set<string>()
  return Array.from({ length: counts.offers }, (_, rank) => {
    const state = rank < counts.onLine ? 'published' : drawOf(random, STATE_SHARES)
    const kind = drawOf(random, KIND_SHARES)
    const dates = drawDates(random, state, now)
    const plan = {
      kind,
      publishedOn: parisDate(dates.published),
      isOnLine: !isClosed(state),
      recruiters,
    }
    let drawn = drawOffer(random, plan)
    for (let tries = 0; onLine.has(keyOf(drawn)) && tries < 6; tries++) drawn = drawOffer(random, plan)
    if (!isClosed(state)) onLine.add(keyOf(drawn))
    const first = rank < counts.onLine ? undefined : pending.pop()
    return first ? inReview(random, first, { drawn, now }) : toOffer(random, drawn, { state, dates })
  })
}

const keyOf = ({ owner, content }: DrawnOffer) => `${owner.organisation.id} ${content.title}`

function groupByFamily(organisations: readonly SeedOrganisation[]): Recruiters {
  const groups = new Map<string, SeedOrganisation[]>()
  for (const one of organisations) groups.set(one.family, [...(groups.get(one.family) ?? []), one])
  return groups
}

/** `changed` is when a closed offer closed, and when a suspended one was suspended. */
type Dates = { created: Date; published: Date; changed: Date }

function drawDates(random: Random, state: OfferState, now: Date): Dates {
  const hours = random.int(1, 9) / 24
  const from = (days: number, closesAfter: number | null): Dates => {
    const published = daysBefore(now, days + hours)
    const closes = published.getTime() + (closesAfter ?? 1 / 8) * DAY_MS
    const changed = new Date(Math.min(closes, now.getTime()))
    return { created: daysBefore(published, random.next()), published, changed }
  }
  if (state === 'expired') return from(random.int(LIFETIME_DAYS + 1, 760), LIFETIME_DAYS)
  if (state === 'draft' || state === 'refused') return from(drawEarly(random, 0, 40), random.int(1, 3) / 8)
  if (!isClosed(state)) return from(drawEarly(random, 0, LIFETIME_DAYS - 6), null)
  const lasted = random.int(4, 50)
  return from(lasted + drawEarly(random, 0, 700), lasted)
}

/** A pending organisation's first offer waits to be read. */
function inReview(
  random: Random,
  owner: SeedOrganisation,
  { drawn, now }: { drawn: DrawnOffer; now: Date },
): SeedOffer {
  const created = daysBefore(now, random.int(1, 30) / 8)
  const moved = {
    ...drawn,
    owner,
    place: owner.commune,
    content: { ...drawn.content, communeCode: owner.commune.inseeCode },
  }
  return toOffer(random, moved, {
    state: 'in_review',
    dates: { created, published: created, changed: created },
  })
}

function toOffer(
  random: Random,
  { owner, content, place }: DrawnOffer,
  { state, dates }: { state: OfferState; dates: Dates },
): SeedOffer {
  const id = drawId(random)
  const { created, published, changed } = dates
  const wasOnLine = state !== 'draft' && state !== 'in_review' && state !== 'refused'
  const line = (action: string, states: [OfferState | null, OfferState], at: Date): HistoryLine => ({
    id: drawId(random),
    subjectId: id,
    action,
    fromState: states[0],
    toState: states[1],
    reason:
      action === 'refuse'
        ? 'Le lieu et les horaires manquent. Écrivez-les, puis envoyez l’offre de nouveau.'
        : null,
    accountId: action === 'expire' || action === 'refuse' ? null : owner.recruiter.id,
    at,
  })
  const history = [line('create', [null, 'draft'], created)]
  if (wasOnLine) history.push(line('publish', ['draft', 'published'], published))
  if (state === 'in_review' || state === 'refused')
    history.push(line('submit', ['draft', 'in_review'], published))
  const last = LAST_LINES[state]
  if (last) history.push(line(last[0], [last[1], state], changed))
  return {
    owner,
    history,
    offer: {
      ...content,
      id,
      territoryId: owner.organisation.territoryId,
      organisationId: owner.organisation.id,
      state,
      version: history.length,
      flags: [],
      latitude: place.latitude,
      longitude: place.longitude,
      origin: null,
      createdAt: created,
      updatedAt: history.at(-1)?.at ?? created,
      publishedAt: wasOnLine ? published : null,
      expiresAt: wasOnLine ? new Date(published.getTime() + LIFETIME_DAYS * DAY_MS) : null,
      closedAt: isClosed(state) ? changed : null,
      applicationCount: 0,
    },
  }
}

/** The gesture that leads to a state, and the state it leaves. */
const LAST_LINES: Partial<Record<OfferState, [string, OfferState]>> = {
  filled: ['fill', 'published'],
  expired: ['expire', 'published'],
  withdrawn: ['withdraw', 'published'],
  suspended: ['suspend', 'published'],
  refused: ['refuse', 'in_review'],
}
