import type { Scope } from '#app/domain/actor.ts'
import type { ContactRequest } from '#app/domain/contact-request.ts'
import type { Match, MatchState } from '#app/domain/match.ts'
import type { MessageState } from '#app/domain/message.ts'
import type { Profile } from '#app/domain/profile.ts'
import type { Db } from './client.server.ts'
import { toProfile } from './profiles.server.ts'

/** Adds a match unless this pair has one already. */
export async function createMatchOnce(tx: Db, match: Match): Promise<void> {
  await tx.match.createMany({ data: [match], skipDuplicates: true })
}

/** Keeps a request. */
export async function createContactRequest(tx: Db, request: ContactRequest): Promise<void> {
  await tx.contactRequest.create({ data: request })
}

/** The request made for a match with the name of the organisation that made it, or null. */
export async function findContactRequest(
  db: Db,
  matchId: string,
): Promise<(ContactRequest & { organisationName: string }) | null> {
  const row = await db.contactRequest.findUnique({
    where: { matchId },
    include: { organisation: { select: { name: true } } },
  })
  if (!row) return null
  const { organisation, ...request } = row
  return { ...request, organisationName: organisation.name }
}

/** Keeps when the person agreed to a request about this match, once; nothing where nobody asked. */
export async function markContactAgreed(
  tx: Db,
  { matchId, requestId, now }: { matchId: string; requestId: string; now: Date },
): Promise<void> {
  await tx.contactRequest.updateMany({
    where: { id: requestId, matchId, agreedAt: null },
    data: { agreedAt: now },
  })
}

/** Takes back what the person agreed to about this match; nothing where nobody asked. */
export async function clearContactAgreement(tx: Db, matchId: string): Promise<void> {
  await tx.contactRequest.updateMany({ where: { matchId }, data: { agreedAt: null } })
}

/** A request with whom it was made to, where the match stands and how its message fared. */
export type FollowedRequest = {
  request: ContactRequest
  matchState: MatchState
  distanceKm: number
  messageState: MessageState | null
  profile: Profile
  person: { firstName: string; lastName: string; phone: string | null; email: string | null }
  communeName: string
}

/** The requests of an organisation about one of its offers, newest first; at most `limit`. Any other scope gets none. */
export async function listContactRequests(
  db: Db,
  scope: Scope,
  { offerId, limit }: { offerId: string; limit: number },
): Promise<FollowedRequest[]> {
  if (scope.kind !== 'organisation') return []
  const rows = await db.contactRequest.findMany({
    where: { organisationId: scope.organisationId, match: { offerId } },
    include: {
      match: {
        include: {
          profile: {
            include: {
              account: { select: { firstName: true, lastName: true, phone: true, email: true } },
              commune: { select: { name: true } },
            },
          },
        },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
  })
  if (rows.length === 0) return []
  const messages = await db.message.findMany({
    where: { kind: 'match_proposed', subjectId: { in: rows.map(({ matchId }) => matchId) } },
    select: { subjectId: true, state: true },
    orderBy: { createdAt: 'asc' },
  })
  const states = new Map(messages.map(({ subjectId, state }) => [subjectId, state as MessageState]))
  return rows.map(({ match: { profile, ...match }, ...request }) => {
    const { account, commune, ...own } = profile
    return {
      request,
      matchState: match.state as MatchState,
      distanceKm: match.distanceKm,
      messageState: states.get(request.matchId) ?? null,
      profile: toProfile(own),
      person: account,
      communeName: commune.name,
    }
  })
}
