import type { Scope } from '#app/domain/actor.ts'
import type { ContactRequest } from '#app/domain/contact-request.ts'
import type { MatchState } from '#app/domain/match.ts'
import type { MessageState } from '#app/domain/message.ts'
import type { Profile } from '#app/domain/profile.ts'
import type { Db } from './client.server.ts'
import type { Prisma } from './generated/client.ts'
import { type NamedOffer, toNamedOffer, withNames } from './named-offers.server.ts'
import {
  type PersonalApplication,
  PROMISED_FIRST,
  toPersonal,
  withPerson,
} from './organisation-applications.server.ts'
import { LINES_IN_ORDER, type OfferLine, toOfferLines } from './organisation-offers.server.ts'
import { toProfile } from './profiles.server.ts'
import { proposalsOf } from './proposals.server.ts'

/** A request with whom it was made to, where the match stands and how its message fared, while that matters. */
export type FollowedRequest = {
  request: ContactRequest
  matchState: MatchState
  messageState: MessageState | null
  profile: Profile
  person: { firstName: string; lastName: string; phone: string | null; email: string | null }
  communeName: string
}

/** An offer with its history, the answer promised first among its applications, and the newest of its requests for a word. */
export type FollowedOffer = NamedOffer & {
  lines: OfferLine[]
  applications: PersonalApplication[]
  requests: FollowedRequest[]
  hasProposals: boolean
}

/** The states in which a match waits for its message, or for an answer to it. */
const WRITTEN: readonly string[] = ['approved', 'notified'] satisfies MatchState[]

const followedBy = (organisationId: string, { offerId, limit }: { offerId: string; limit: number }) =>
  ({
    ...withNames,
    _count: { select: { ...withNames._count.select, matches: { where: proposalsOf(offerId) } } },
    changes: { orderBy: LINES_IN_ORDER },
    applications: {
      where: { organisationId },
      include: withPerson,
      orderBy: PROMISED_FIRST,
      take: limit,
    },
    matches: {
      where: { contactRequest: { organisationId } },
      select: {
        state: true,
        contactRequest: true,
        profile: {
          include: {
            account: { select: { firstName: true, lastName: true, phone: true, email: true } },
            commune: { select: { name: true } },
          },
        },
      },
      orderBy: [{ contactRequest: { createdAt: 'desc' } }, { id: 'asc' }],
      take: limit,
    },
  }) satisfies Prisma.OfferInclude

type AskedRow = Prisma.OfferGetPayload<{ include: ReturnType<typeof followedBy> }>['matches'][number]

/** How the last message of each of these matches fared, by match. */
async function messageStatesOf(db: Db, rows: readonly AskedRow[]): Promise<Map<string, MessageState>> {
  const ids = rows.flatMap(({ state, contactRequest }) =>
    contactRequest && WRITTEN.includes(state) ? contactRequest.matchId : [],
  )
  if (ids.length === 0) return new Map()
  const messages = await db.message.findMany({
    where: { kind: 'match_proposed', subjectId: { in: ids } },
    select: { subjectId: true, state: true },
    orderBy: { createdAt: 'asc' },
  })
  return new Map(messages.map(({ subjectId, state }) => [subjectId, state as MessageState]))
}

function toRequests(rows: readonly AskedRow[], messages: Map<string, MessageState>): FollowedRequest[] {
  return rows.flatMap(({ state, contactRequest, profile: { account, commune, ...profile } }) =>
    contactRequest
      ? {
          request: contactRequest,
          matchState: state as MatchState,
          messageState: messages.get(contactRequest.matchId) ?? null,
          profile: toProfile(profile),
          person: account,
          communeName: commune.name,
        }
      : [],
  )
}

/** One offer of an organisation with at most `limit` applications and as many requests, or null. Any other scope gets none. */
export async function findFollowedOffer(
  db: Db,
  scope: Scope,
  of: { offerId: string; limit: number },
): Promise<FollowedOffer | null> {
  if (scope.kind !== 'organisation') return null
  const { organisationId } = scope
  const found = await db.offer.findFirst({
    where: { id: of.offerId, organisationId },
    include: followedBy(organisationId, of),
  })
  if (!found) return null
  const { changes, applications, matches, ...row } = found
  const [lines, messages] = await Promise.all([toOfferLines(db, changes), messageStatesOf(db, matches)])
  return {
    ...toNamedOffer(row),
    lines,
    applications: applications.map(toPersonal),
    requests: toRequests(matches, messages),
    hasProposals: row._count.matches > 0,
  }
}
