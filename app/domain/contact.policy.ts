import {
  BATCH_WAIT_HOURS,
  BUDGET_MONTHS_AHEAD,
  CONTACT_HOURS,
  type ContactCase,
  type ContactDecision,
  type ContactPerson,
  type MessageChannel,
  type OfferSolicitations,
} from './contact.ts'
import { addDays, type IsoDate, parisDate } from './duration.ts'
import { ASKED_NEWS_KINDS, SECURITY_KINDS, TRANSACTIONAL_KINDS } from './message.ts'
import { firstOfNextMonth, parisHourOf, parisInstant, parisMonth } from './paris-time.ts'
import { canReceiveSms } from './phone.ts'

const isOpenDay = (date: IsoDate, holidays: ReadonlySet<IsoDate>): boolean =>
  new Date(`${date}T00:00:00Z`).getUTCDay() !== 0 && !holidays.has(date)

/** True within the hours of solicitation: Monday–Saturday, 8–20 h in Paris, no public holiday. */
export function isContactHour(instant: Date, holidays: ReadonlySet<IsoDate>): boolean {
  const hour = parisHourOf(instant)
  return hour >= CONTACT_HOURS.opens && hour < CONTACT_HOURS.closes && isOpenDay(parisDate(instant), holidays)
}

/** The instant itself when it lies within the hours of solicitation, else the next opening, 8 h in Paris. */
export function nextContactMoment(instant: Date, holidays: ReadonlySet<IsoDate>): Date {
  if (isContactHour(instant, holidays)) return instant
  const today = parisDate(instant)
  let date = parisHourOf(instant) < CONTACT_HOURS.opens ? today : addDays(today, 1)
  while (!isOpenDay(date, holidays)) date = addDays(date, 1)
  return parisInstant(date, CONTACT_HOURS.opens)
}

const canReach = (person: ContactPerson, channel: MessageChannel): boolean =>
  channel === 'email' ? person.email !== null : person.phone !== null && canReceiveSms(person.phone)

function pickChannel({ person, wantedChannel, deadChannels, kind }: ContactCase): MessageChannel | null {
  if (SECURITY_KINDS.includes(kind))
    return wantedChannel !== null && canReach(person, wantedChannel) ? wantedChannel : null
  const preferred = wantedChannel ?? (person.channel === 'email' ? 'email' : 'sms')
  const order: MessageChannel[] = preferred === 'email' ? ['email', 'sms'] : ['sms', 'email']
  return order.find((channel) => canReach(person, channel) && !deadChannels.includes(channel)) ?? null
}

// Batch k leaves once the people of batch k − 1 have had the time to answer.
function batchMoment(offer: OfferSolicitations, now: Date): Date {
  const batch = Math.floor(offer.leavesAt.length / offer.batchSize)
  if (batch === 0) return now
  const times = offer.leavesAt.map((at) => at.getTime()).sort((a, b) => a - b)
  const previous = times[batch * offer.batchSize - 1] ?? now.getTime()
  return new Date(Math.max(now.getTime(), previous + BATCH_WAIT_HOURS * 3_600_000))
}

const openMoment = (moment: Date, { isAnyHour, holidays }: ContactCase): Date =>
  isAnyHour ? moment : nextContactMoment(moment, holidays)

// The first moment within the hours, in a month where the person's budget has room.
function roomFrom(moment: Date, input: ContactCase): Date | null {
  const { person, solicitedAt } = input
  let at = openMoment(moment, input)
  for (let ahead = 0; ahead <= BUDGET_MONTHS_AHEAD; ahead++) {
    const month = parisMonth(at)
    if (solicitedAt.filter((other) => parisMonth(other) === month).length < person.monthlySolicitations)
      return at
    at = openMoment(parisInstant(firstOfNextMonth(month), 0), input)
  }
  return null
}

const sendFrom = (at: Date, { now, channel }: { now: Date; channel: MessageChannel }): ContactDecision =>
  at.getTime() <= now.getTime() ? { kind: 'send', channel } : { kind: 'later', channel, at }

/**
 * Whether and when to say something to somebody, and how (domain: "Contact"; hours of canvassing: D223-9 of the
 * Consumer Code, narrowed). Codes, and the notice of a changed contact or second factor, go whatever the account's state. Other transactional
 * messages skip hours, budget and batches, never a STOP. News that was asked for waits for the hours. Solicitations obey everything.
 */
export function decideContact(input: ContactCase): ContactDecision {
  const { kind, person, now, offer } = input
  const isSecurity = SECURITY_KINDS.includes(kind)
  const isTransactional = TRANSACTIONAL_KINDS.includes(kind)
  const isAsleep = person.status === 'suspended' && person.suspensionReason === 'inactivity'
  if (person.status === 'suspended' && !isSecurity && !(isTransactional && isAsleep))
    return { kind: 'never', reason: 'account_suspended' }
  if (person.channel === 'none' && !isSecurity) return { kind: 'never', reason: 'stopped' }
  const channel = pickChannel(input)
  if (channel === null) return { kind: 'never', reason: 'unreachable' }
  if (isTransactional) return { kind: 'send', channel }
  if (ASKED_NEWS_KINDS.includes(kind)) return sendFrom(openMoment(now, input), { now, channel })
  if (input.hasBeenSolicitedForOffer) return { kind: 'never', reason: 'already_solicited' }
  if (offer && offer.interested >= offer.stopAtInterested)
    return { kind: 'never', reason: 'enough_interested' }
  const at = roomFrom(offer ? batchMoment(offer, now) : now, input)
  if (at === null) return { kind: 'never', reason: 'budget' }
  return sendFrom(at, { now, channel })
}
