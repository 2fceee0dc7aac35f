import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { newId } from '#app/system/id.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { createOffer } from '#app/use-cases/create-offer.server.ts'
import { endPost } from '#app/use-cases/end-post.server.ts'
import { eraseAccount } from '#app/use-cases/erase-account.server.ts'
import { publishOffer } from '#app/use-cases/publish-offer.server.ts'
import { setAsideMatch } from '#app/use-cases/set-aside-match.server.ts'
import { written } from '#tests/factories/written-offer.ts'
import { type Canary, canary } from './canary.ts'
import {
  candidate,
  halfCandidate,
  mover,
  passerBy,
  registeredByHotline,
  registeredTwice,
} from './candidate-lives.ts'
import { applicantForPlace, colleague, invited, recruiter, refusedRecruiter } from './other-lives.ts'
import { done, type Stage } from './stage.ts'

/** How many canaries live each life; they are 200 in all. */
const LIVES = {
  candidateByPhone: 40,
  candidateByEmail: 20,
  mover: 10,
  halfCandidate: 20,
  passerBy: 20,
  registeredByHotline: 30,
  registeredTwice: 10,
  recruiter: 15,
  refusedRecruiter: 5,
  invitedWhoComes: 8,
  invitedWhoDoesNot: 12,
  applicantForPlace: 4,
  colleague: 6,
} as const
/** How many proposals are decided on. */
const DECISIONS = 60
type Life = keyof typeof LIVES

const LIFE_OF: readonly Life[] = (Object.entries(LIVES) as [Life, number][]).flatMap(([life, count]) =>
  Array<Life>(count).fill(life),
)
export const CANARIES = LIFE_OF.map((_, number) => canary(number))
const of = (life: Life) => CANARIES.filter((_, number) => LIFE_OF[number] === life)
const contactOf = (index: number) => (index % 2 ? 'phone' : 'email')

/** An offer of the employer who stays, open to applications. */
export async function openOffer({ employer }: Stage, now: Date): Promise<string> {
  const { actor } = employer
  const offer = await done(createOffer({ actor, offerId: newId(), now, ...written('job') }))
  await done(publishOffer({ actor, offerId: offer.id, version: offer.version, isConfirmed: true, now }))
  return offer.id
}

/** Everybody comes and does what she or he has to do. */
export async function liveTheirLives(stage: Stage, now: Date): Promise<void> {
  const offerId = await openOffer(stage, now)
  const { siret } = await db().organisation.update({
    where: { id: stage.employer.organisationId },
    data: { siret: '35600000049837' },
  })
  for (const one of of('candidateByPhone')) await candidate(one, 'phone', offerId, now)
  for (const one of of('candidateByEmail')) await candidate(one, 'email', offerId, now)
  for (const one of of('mover')) await mover(one, offerId, now)
  for (const one of of('halfCandidate')) await halfCandidate(one, now)
  for (const [index, one] of of('passerBy').entries()) await passerBy(one, contactOf(index), now)
  for (const one of of('registeredByHotline')) await registeredByHotline(one, stage, now)
  const twice = of('registeredTwice')
  for (const [index, one] of twice.entries())
    if (index % 2) await registeredTwice(one, twice[index - 1] ?? one, stage, now)
  for (const one of of('recruiter')) await recruiter(one, stage, now)
  for (const one of of('refusedRecruiter')) await refusedRecruiter(one, stage, now)
  for (const [index, one] of of('invitedWhoComes').entries())
    await invited(one, contactOf(index), stage, { comes: true, now })
  for (const [index, one] of of('invitedWhoDoesNot').entries())
    await invited(one, contactOf(index), stage, { comes: false, now })
  for (const one of of('applicantForPlace')) await applicantForPlace(one, siret ?? '', now)
  for (const one of of('colleague')) await colleague(one, 'relation_officer', stage, now)
}

/** An officer who is a canary decides on what was proposed to the others, naming them in the reasons typed. */
export async function decideOnProposals(now: Date): Promise<void> {
  const officer = await db().account.findUniqueOrThrow({
    where: { email: of('colleague')[0]?.email ?? '' },
  })
  const actor = { kind: 'relation_officer', accountId: officer.id, territoryId: officer.territoryId } as const
  const matches = await db().match.findMany({
    where: { state: 'proposed' },
    include: { profile: { include: { account: true } } },
    orderBy: { id: 'asc' },
    take: DECISIONS,
  })
  for (const [index, { id: matchId, profile }] of matches.entries()) {
    const reason = `${profile.account.firstName} ${profile.account.lastName} a rappelé`
    await done((index % 2 ? setAsideMatch : approveMatch)({ actor, matchId, reason, now }))
  }
}

/** Whoever signed a business up under her or his own name. */
export const OWNERS: readonly Canary[] = [...of('recruiter'), ...of('refusedRecruiter')]

/** Every third person leaves, alone or at the hotline; who holds a post loses it first. Returns those who could. */
export async function leaveInThirds(stage: Stage, now: Date): Promise<Canary[]> {
  const left: Canary[] = []
  for (const [number, one] of CANARIES.entries()) {
    const account =
      number % 3 === 0 &&
      (await db().account.findFirst({ where: { OR: [{ email: one.email }, { phone: one.phone }] } }))
    if (!account) continue
    const { id: accountId, role, territoryId } = account
    if (role === 'relation_officer') await done(endPost({ actor: stage.administrator.actor, accountId, now }))
    const self: Actor = { kind: 'newcomer', accountId, territoryId }
    await done(eraseAccount({ actor: number % 2 ? self : stage.hotline.actor, accountId, now }))
    left.push(one)
  }
  return left
}
