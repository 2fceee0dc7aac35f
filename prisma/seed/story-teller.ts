import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import type { Offer, OfferContent } from '#app/domain/offer.ts'
import type { Result } from '#app/domain/result.ts'
import { createOffer } from '#app/use-cases/create-offer.server.ts'
import { publishOffer } from '#app/use-cases/publish-offer.server.ts'
import type { Random } from '#prisma/reference/random.ts'
import { daysBefore, drawId, HOUR_MS } from './draw.ts'
import type { SeedOrganisation } from './organisations.ts'
import type { SeedAccount, SeedPerson } from './people.ts'

/** The value of a step of the story. Throws when the use case refuses: the story is then wrong. */
export function told<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, fields } = result.refusal
  throw new Error(`The story was refused: ${code} ${JSON.stringify(fields)}`)
}

export const recruiterOf = ({ organisation, recruiter }: SeedOrganisation) => ({
  kind: 'recruiter' as const,
  accountId: recruiter.id,
  organisationId: organisation.id,
  territoryId: organisation.territoryId,
})

export const candidateOf = ({ account, profile }: SeedPerson) => ({
  kind: 'candidate' as const,
  accountId: account.id,
  profileId: profile.id,
  territoryId: account.territoryId,
})

export const officerOf = (account: SeedAccount): Actor => ({
  kind: 'relation_officer',
  accountId: account.id,
  territoryId: account.territoryId,
})

/** Writes a draft as its recruiter does. `daysAgo` is when. */
export async function writeDraft(
  random: Random,
  options: { owner: SeedOrganisation; content: OfferContent; now: Date; daysAgo: number },
): Promise<Offer> {
  const { owner, content, now, daysAgo } = options
  const { communeCode, ...written } = content
  return told(
    await createOffer({
      actor: recruiterOf(owner),
      offerId: drawId(random),
      content: written,
      place: { typed: '', chosenCode: communeCode },
      now: daysBefore(now, daysAgo),
    }),
  )
}

/** Writes an offer and sends it off an hour later: on line at once, or to review for a newcomer. */
export async function writeAndPublish(
  random: Random,
  options: { owner: SeedOrganisation; content: OfferContent; now: Date; daysAgo: number },
): Promise<Offer> {
  const draft = await writeDraft(random, options)
  return told(
    await publishOffer({
      actor: recruiterOf(options.owner),
      offerId: draft.id,
      version: draft.version,
      now: new Date(daysBefore(options.now, options.daysAgo).getTime() + HOUR_MS),
      isConfirmed: true,
    }),
  )
}

/** Who did it, for a line of history. */
export const authorOf = (actor: Actor): string | null => accountIdOf(actor)
