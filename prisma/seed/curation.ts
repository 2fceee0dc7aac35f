import type { HistoryLine } from '#app/db/bulk.server.ts'
import type { Match, MatchState } from '#app/domain/match.ts'
import type { Offer } from '#app/domain/offer.ts'
import type { Random } from '#prisma/reference/random.ts'
import { DAY_MS, daysBefore, drawId, drawOf, HOUR_MS } from './draw.ts'
import type { SeedPerson } from './people.ts'
import type { SentProposal } from './story-matches.ts'

const MOST_PEOPLE = 6

const OUTCOMES: readonly (readonly [Exclude<MatchState, 'proposed' | 'approved'>, number])[] = [
  ['notified', 52],
  ['applied', 20],
  ['declined', 13],
  ['interested', 9],
  ['set_aside', 6],
]

/** The gesture by which a person, or the officer, takes a proposal further than sent. */
const ANSWERS: Partial<Record<MatchState, string>> = {
  interested: 'accept',
  declined: 'decline',
  applied: 'apply',
}

type Curating = {
  officerId: string
  offers: ReadonlyMap<string, Offer>
  people: ReadonlyMap<string, SeedPerson>
  now: Date
}

/**
 * What relation officers did with the best proposals of half of the offers on line for two days or more: nobody is solicited twice.
 * Changes the matches in place; returns their history and the proposals that were sent.
 */
export function curate(
  random: Random,
  matches: readonly Match[],
  { officerId, offers, people, now }: Curating,
): { history: HistoryLine[]; sent: SentProposal[] } {
  const history: HistoryLine[] = []
  const sent: SentProposal[] = []
  const solicited = new Set<string>()
  const chosen = new Map<string, number>()
  for (const match of matches) {
    const offer = offers.get(match.offerId)
    const person = people.get(match.profileId)
    if (!offer?.publishedAt || !person || person.account.isDemo || !match.isTopForOffer) continue
    if (offer.publishedAt > daysBefore(now, 2) || solicited.has(match.profileId)) continue
    if (!chosen.has(offer.id)) chosen.set(offer.id, random.chance(0.5) ? random.int(1, MOST_PEOPLE) : 0)
    const left = chosen.get(offer.id) ?? 0
    if (left === 0) continue
    chosen.set(offer.id, left - 1)
    solicited.add(match.profileId)
    const span = now.getTime() - offer.publishedAt.getTime() - DAY_MS
    const at = new Date(offer.publishedAt.getTime() + DAY_MS / 2 + Math.floor(random.next() * span))
    const outcome = drawOf(random, OUTCOMES)
    const steps = stepsTo(outcome, { officerId, accountId: person.account.id })
    let from: MatchState = 'proposed'
    for (const [rank, { action, to, accountId }] of steps.entries()) {
      const reason = action === 'set_aside' ? 'La personne a trouvé un emploi entre-temps.' : null
      const when = new Date(at.getTime() + rank * HOUR_MS)
      history.push({
        id: drawId(random),
        subjectId: match.id,
        action,
        fromState: from,
        toState: to,
        reason,
        accountId,
        at: when,
      })
      from = to
      Object.assign(match, { state: to, reason, updatedAt: when, version: match.version + 1 })
    }
    if (outcome !== 'set_aside') sent.push({ match, person, at: new Date(at.getTime() + HOUR_MS) })
  }
  return { history, sent }
}

type Step = { action: string; to: MatchState; accountId: string | null }

function stepsTo(outcome: MatchState, who: { officerId: string; accountId: string }): Step[] {
  if (outcome === 'set_aside') return [{ action: 'set_aside', to: 'set_aside', accountId: who.officerId }]
  const steps: Step[] = [
    { action: 'approve', to: 'approved', accountId: who.officerId },
    { action: 'notify', to: 'notified', accountId: null },
  ]
  const answer = ANSWERS[outcome]
  return answer ? [...steps, { action: answer, to: outcome, accountId: who.accountId }] : steps
}
