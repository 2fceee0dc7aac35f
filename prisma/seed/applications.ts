import type { HistoryLine } from '#app/db/bulk.server.ts'
import { type Application, type ApplicationState, REFUSAL_REASONS } from '#app/domain/application.ts'
import { addWorkingDays, parisDate } from '#app/domain/duration.ts'
import type { Match } from '#app/domain/match.ts'
import type { OfferState } from '#app/domain/offer.ts'
import { REMINDER_LEAD_DAYS } from '#app/use-cases/remind-applications.server.ts'
import type { Random } from '#prisma/reference/random.ts'
import { DAY_MS, drawId, drawOf, HOUR_MS } from './draw.ts'
import type { SeedOffer } from './offers.ts'
import type { SeedPerson } from './people.ts'

export type SeedApplication = Application & { remindedAt: Date | null }
export type DrawnApplications = { applications: SeedApplication[]; history: HistoryLine[] }

/** How often people apply to an offer that closed. */
const APPLICANTS = [0, 0, 1, 1, 2, 3, 4]
const SENTENCES = [
  null,
  null,
  null,
  'Je suis disponible tout de suite.',
  'J’ai déjà fait ce travail et il me plaît.',
  'Je peux venir visiter quand vous voulez.',
]

/** What an organisation answers, by the state of its offer. Silence is the first complaint everywhere. */
const ANSWERS: Partial<Record<OfferState, readonly (readonly [ApplicationState, number])[]>> = {
  published: [
    ['sent', 40],
    ['seen', 18],
    ['in_progress', 14],
    ['interview', 8],
    ['on_hold', 6],
    ['pool', 6],
    ['refused', 8],
  ],
  filled: [
    ['refused', 50],
    ['unanswered', 22],
    ['withdrawn', 10],
    ['obsolete', 10],
    ['pool', 8],
  ],
  expired: [
    ['refused', 35],
    ['unanswered', 45],
    ['withdrawn', 12],
    ['obsolete', 8],
  ],
  withdrawn: [
    ['refused', 50],
    ['unanswered', 40],
    ['withdrawn', 10],
  ],
}

/** The gesture that leads to a state straight from a letter just sent. */
const ACTIONS: Partial<Record<ApplicationState, string>> = {
  seen: 'see',
  in_progress: 'start',
  interview: 'interview',
  on_hold: 'hold',
  pool: 'pool',
  hired: 'hire',
  refused: 'refuse',
  withdrawn: 'withdraw',
  obsolete: 'obsolete',
  unanswered: 'close_unanswered',
}

type Sources = {
  offers: readonly SeedOffer[]
  people: readonly SeedPerson[]
  applied: readonly Match[]
  now: Date
}

/** Applications: one for each proposal that people applied to, and those that offers now closed had received. */
export function drawApplications(
  random: Random,
  { offers, people, applied, now }: Sources,
): DrawnApplications {
  const byId = new Map(offers.map((seed) => [seed.offer.id, seed]))
  const personOf = new Map(people.map((person) => [person.profile.id, person]))
  const drawn: DrawnApplications = { applications: [], history: [] }
  const add = (one: { application: SeedApplication; history: HistoryLine[] }) => {
    drawn.applications.push(one.application)
    drawn.history.push(...one.history)
  }
  for (const match of applied) {
    const seed = byId.get(match.offerId)
    const person = personOf.get(match.profileId)
    if (seed && person)
      add(drawOne(random, { seed, person, match, sentAt: match.updatedAt, isHired: false, now }))
  }
  const seekers = groupByOccupation(people)
  for (const seed of offers) {
    const { offer } = seed
    if (!offer.closedAt || !offer.publishedAt) continue
    const pool = seekers.get(offer.occupationCode ?? '') ?? []
    const applicants = random.sample(pool, random.pick(APPLICANTS))
    for (const [rank, person] of applicants.entries()) {
      const span = offer.closedAt.getTime() - offer.publishedAt.getTime()
      const sentAt = new Date(offer.publishedAt.getTime() + Math.floor(random.next() * span))
      const isHired = offer.state === 'filled' && rank === 0
      add(drawOne(random, { seed, person, match: null, sentAt, isHired, now }))
    }
  }
  return drawn
}

function groupByOccupation(people: readonly SeedPerson[]): Map<string, SeedPerson[]> {
  const groups = new Map<string, SeedPerson[]>()
  for (const person of people)
    for (const { occupationCode } of person.profile.projects) {
      const group = groups.get(occupationCode)
      if (group) group.push(person)
      else groups.set(occupationCode, [person])
    }
  return groups
}

type Draw = {
  seed: SeedOffer
  person: SeedPerson
  match: Match | null
  sentAt: Date
  isHired: boolean
  now: Date
}

function drawOne(random: Random, { seed, person, match, sentAt, isHired, now }: Draw) {
  const { offer, owner } = seed
  const id = drawId(random)
  const promisedOn = addWorkingDays(parisDate(sentAt), offer.replyDelayDays)
  const promised = new Date(`${promisedOn}T08:00:00Z`)
  let state: ApplicationState = isHired ? 'hired' : drawOf(random, ANSWERS[offer.state] ?? [['refused', 1]])
  const isWaiting = state === 'sent' || state === 'seen'
  const reminder = new Date(promised.getTime() - (REMINDER_LEAD_DAYS + 1) * DAY_MS)
  const remindedAt = isWaiting && reminder < now ? reminder : null
  // Not answered two weeks after the promise was broken: the platform has closed it and told the person.
  if (remindedAt && promised.getTime() < now.getTime() - 13 * DAY_MS) state = 'unanswered'
  const action = ACTIONS[state]
  const answeredAt = new Date(Math.min(now.getTime(), answerTime(random, state, { sentAt, promised })))
  const isOwn = state === 'withdrawn'
  const isPlatform = state === 'obsolete' || state === 'unanswered'
  const refusalReason = state === 'refused' ? random.pick(REFUSAL_REASONS) : null
  const line = (own: Omit<HistoryLine, 'id' | 'subjectId' | 'reason'>): HistoryLine => ({
    id: drawId(random),
    subjectId: id,
    reason: null,
    ...own,
  })
  const history = [
    line({ action: 'apply', fromState: null, toState: 'sent', accountId: person.account.id, at: sentAt }),
  ]
  if (action) {
    const accountId = isPlatform ? null : isOwn ? person.account.id : owner.recruiter.id
    history.push({
      ...line({ action, fromState: 'sent', toState: state, accountId, at: answeredAt }),
      reason: refusalReason,
    })
  }
  const application: SeedApplication = {
    id,
    offerId: offer.id,
    organisationId: offer.organisationId,
    territoryId: offer.territoryId,
    profileId: person.profile.id,
    matchId: match?.id ?? null,
    state,
    sentence: random.pick(SENTENCES),
    wantedKind: null,
    refusalReason,
    isReasonShared: refusalReason !== null && random.chance(0.7),
    interviewAt: state === 'interview' ? interviewAfter(now, random.int(2, 9)) : null,
    promisedOn,
    remindedAt,
    version: history.length,
    createdAt: sentAt,
    updatedAt: action ? answeredAt : sentAt,
  }
  return { application, history }
}

function answerTime(
  random: Random,
  state: ApplicationState,
  { sentAt, promised }: { sentAt: Date; promised: Date },
) {
  if (state === 'unanswered') return promised.getTime() + 15 * DAY_MS
  return sentAt.getTime() + HOUR_MS * random.int(3, 140)
}

/** Ten o'clock or so, some days ahead. */
const interviewAfter = (now: Date, days: number) =>
  new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS + days * DAY_MS + 9 * HOUR_MS)
