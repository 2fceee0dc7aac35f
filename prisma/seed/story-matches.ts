import { db } from '#app/db/client.server.ts'
import { listMatchesOfOffer } from '#app/db/matches.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Match } from '#app/domain/match.ts'
import type { Offer } from '#app/domain/offer.ts'
import { acceptProposal } from '#app/use-cases/accept-proposal.server.ts'
import { applyToOffer } from '#app/use-cases/apply-to-offer.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { changeMatch } from '#app/use-cases/change-match.server.ts'
import { declineProposal } from '#app/use-cases/decline-proposal.server.ts'
import { setAsideMatch } from '#app/use-cases/set-aside-match.server.ts'
import { undoMatch } from '#app/use-cases/undo-match.server.ts'
import { daysBefore } from './draw.ts'
import type { SeedPerson } from './people.ts'
import { candidateOf, told } from './story-teller.ts'

/** A proposal of the story that was sent to its person, and when. */
export type SentProposal = { match: Match; person: SeedPerson; at: Date }

const SYSTEM = { kind: 'system' } as const

type Telling = {
  officer: Actor
  offers: readonly Offer[]
  people: ReadonlyMap<string, SeedPerson>
  /** The person whose proposal is approved last: its message is still to leave. */
  awaited: SeedPerson
  now: Date
}

/** Each state of a proposal, reached by the gestures that lead to it. Returns those that were sent. */
export async function tellMatches({
  officer,
  offers,
  people,
  awaited,
  now,
}: Telling): Promise<SentProposal[]> {
  const found: Match[] = []
  for (const offer of offers) found.push(...(await listMatchesOfOffer(db(), SYSTEM, offer.id)))
  const free = found.filter(
    ({ state, profileId }) => state === 'proposed' && profileId !== awaited.profile.id,
  )
  const sent: SentProposal[] = []
  const next = (): { match: Match; person: SeedPerson } => {
    const match = free.shift()
    const person = match && people.get(match.profileId)
    if (!match || !person) throw new Error('The story needs more proposals')
    return { match, person }
  }
  const approve = (match: Match, at: Date) => approveMatch({ actor: officer, matchId: match.id, now: at })
  const send = async (daysAgo: number) => {
    const { match, person } = next()
    told(await approve(match, daysBefore(now, daysAgo)))
    const at = daysBefore(now, daysAgo - 0.01)
    const notify = { actor: SYSTEM, matchId: match.id, now: at }
    told(await inTransaction((tx) => changeMatch(tx, 'notify', notify)))
    sent.push({ match, person, at })
    return { match, person }
  }
  const answer = (person: SeedPerson, match: Match, daysAgo: number) => ({
    actor: candidateOf(person),
    matchId: match.id,
    now: daysBefore(now, daysAgo),
  })

  await send(2)
  const yes = await send(3)
  told(await acceptProposal({ ...answer(yes.person, yes.match, 2), requestId: null }))
  const no = await send(4)
  told(await declineProposal(answer(no.person, no.match, 3)))
  const applied = await send(5)
  const application = { actor: candidateOf(applied.person), offerId: applied.match.offerId, sentence: null }
  told(await applyToOffer({ ...application, now: daysBefore(now, 4) }))
  const aside = next().match
  const reason = 'La personne commence une formation le mois prochain.'
  told(await setAsideMatch({ actor: officer, matchId: aside.id, now: daysBefore(now, 2), reason }))
  const back = next().match
  told(await setAsideMatch({ actor: officer, matchId: back.id, now: daysBefore(now, 2), reason }))
  told(await undoMatch({ actor: officer, matchId: back.id, now: daysBefore(now, 1) }))
  const last = found.find(({ state, profileId }) => state === 'proposed' && profileId === awaited.profile.id)
  if (!last) throw new Error('The story needs a proposal for its first person')
  told(await approve(last, now))
  return sent
}
