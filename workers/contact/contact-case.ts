import type { Db } from '#app/db/client.server.ts'
import { countInterested } from '#app/db/matches.server.ts'
import { listDeadChannels } from '#app/db/messages.server.ts'
import {
  hasBeenSolicited,
  listSolicitationsOfAccount,
  listSolicitationsOfOffer,
} from '#app/db/solicitations.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { ContactCase, MessageChannel } from '#app/domain/contact.ts'
import type { Match } from '#app/domain/match.ts'
import type { MessageKind } from '#app/domain/message.ts'
import type { TerritorySettings } from '#app/domain/territory.ts'
import { holidaysAround } from './holidays.ts'

type Asked = { account: Account; kind: MessageKind; wantedChannel: MessageChannel | null; now: Date }

/** A case outside the budget and the hours: an answer, a code, a reminder. */
export async function transactionalCase(
  db: Db,
  { account, kind, wantedChannel, now }: Asked,
): Promise<ContactCase> {
  return {
    kind,
    person: account,
    now,
    wantedChannel,
    holidays: holidaysAround(now),
    isAnyHour: false,
    deadChannels: await listDeadChannels(db, account.id),
    solicitedAt: [],
    hasBeenSolicitedForOffer: false,
    offer: null,
  }
}

/**
 * A case of solicitation: what the person and the offer have had already. `except` is the message being sent: it is not
 * counted against itself, and its batch was decided when it was written.
 */
export async function solicitationCase(
  db: Db,
  asked: {
    account: Account
    match: Match
    settings: TerritorySettings
    now: Date
    isAnyHour: boolean
    except?: string
  },
): Promise<ContactCase> {
  const { account, match, settings, now, isAnyHour, except } = asked
  const of = { accountId: account.id, matchId: match.id, now, except }
  return {
    ...(await transactionalCase(db, { account, kind: 'match_proposed', wantedChannel: null, now })),
    isAnyHour,
    solicitedAt: await listSolicitationsOfAccount(db, of),
    hasBeenSolicitedForOffer: await hasBeenSolicited(db, of),
    offer: {
      leavesAt: except ? [] : await listSolicitationsOfOffer(db, match.offerId),
      interested: await countInterested(db, match.offerId),
      batchSize: settings.batchSize,
      stopAtInterested: settings.batchStopAtInterested,
    },
  }
}
