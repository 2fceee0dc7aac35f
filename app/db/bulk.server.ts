import type { Account } from '#app/domain/account.ts'
import type { Application } from '#app/domain/application.ts'
import type { Match } from '#app/domain/match.ts'
import type { Message } from '#app/domain/message.ts'
import type { Offer } from '#app/domain/offer.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import type { Profile } from '#app/domain/profile.ts'
import type { Db } from './client.server.ts'
import { toOfferRow } from './offers.server.ts'
import { toProfileRow } from './profiles.server.ts'

const BATCH = 2000

type Table =
  | 'account'
  | 'application'
  | 'application_change'
  | 'membership'
  | 'match'
  | 'match_change'
  | 'message'
  | 'offer'
  | 'offer_change'
  | 'organisation'
  | 'profile'

/** One line of the history of an offer, a match or an application, as it is kept. */
export type HistoryLine = {
  id: string
  subjectId: string
  action: string
  fromState: string | null
  toState: string
  reason: string | null
  accountId: string | null
  at: Date
}

const columnName = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const toColumns = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [columnName(field), value]))

/** Writes many rows in few statements. A row already there is left as it is. */
async function insertRows(db: Db, table: Table, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH)
    await db.$executeRawUnsafe(
      `insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1::jsonb) on conflict do nothing`,
      JSON.stringify(rows.slice(start, start + BATCH).map(toColumns)),
    )
}

/** Creates many accounts. */
export const createAccounts = (
  db: Db,
  accounts: readonly (Account & { isDemo: boolean; createdAt: Date; lastSeenAt: Date | null })[],
): Promise<void> => insertRows(db, 'account', accounts)

/** Creates many profiles. */
export const createProfiles = (db: Db, profiles: readonly Profile[]): Promise<void> =>
  insertRows(db, 'profile', profiles.map(toProfileRow))

/** Creates many organisations. */
export const createOrganisations = (
  db: Db,
  organisations: readonly (Organisation & { createdAt: Date })[],
): Promise<void> => insertRows(db, 'organisation', organisations)

/** Says for whom many recruiters act; each administers the organisation. */
export const createMemberships = (
  db: Db,
  memberships: readonly { accountId: string; organisationId: string; createdAt: Date }[],
): Promise<void> =>
  insertRows(
    db,
    'membership',
    memberships.map((membership) => ({ ...membership, role: 'administrator' })),
  )

/** Creates many offers, whatever their state. */
export const createOffers = (db: Db, offers: readonly Offer[]): Promise<void> =>
  insertRows(db, 'offer', offers.map(toOfferRow))

/** Creates many matches. Those of a pair that already has one are left out. */
export const createMatches = (db: Db, matches: readonly Match[]): Promise<void> =>
  insertRows(db, 'match', matches)

/** Creates many applications, whatever their state. */
export const createApplications = (
  db: Db,
  applications: readonly (Application & { remindedAt: Date | null })[],
): Promise<void> => insertRows(db, 'application', applications)

/** Creates many messages, whatever their state. */
export const createMessages = (db: Db, messages: readonly Message[]): Promise<void> =>
  insertRows(db, 'message', messages)

/** Writes the history of many offers, matches or applications. */
export const createHistory = (
  db: Db,
  of: 'offer' | 'match' | 'application',
  lines: readonly HistoryLine[],
): Promise<void> =>
  insertRows(
    db,
    `${of}_change`,
    lines.map(({ subjectId, ...line }) => ({ ...line, [`${of}Id`]: subjectId })),
  )

/** Tells the database's planner what was written at once, rather than at its next look. */
export async function refreshStatistics(db: Db): Promise<void> {
  await db.$executeRawUnsafe('analyze')
}
