import { z } from 'zod'
import type { Channel } from '#app/domain/account.ts'
import type { Scope } from '#app/domain/actor.ts'
import { type Contract, type EligiblePublic, EXPERIENCE_LEVELS, type OfferKind } from '#app/domain/offer.ts'
import type { HoursWish, Profile, Visibility } from '#app/domain/profile.ts'
import type { Slot } from '#app/domain/schedule.ts'
import { limitKm, type TravelMeans } from '#app/domain/travel.ts'
import type { Db } from './client.server.ts'
import { fromIsoDateOrNull, toIsoDateOrNull } from './dates.ts'
import type { Profile as ProfileRow } from './generated/client.ts'

const projectsSchema = z.array(
  z.object({ occupationCode: z.string(), experience: z.enum(EXPERIENCE_LEVELS) }),
)

/** A profile row as the domain's profile. */
export function toProfile(row: ProfileRow): Profile {
  const { travelMeans, travelMaxKm, travelMaxMinutes, limitKm: _, ...rest } = row
  return {
    ...rest,
    projects: projectsSchema.parse(row.projects),
    kinds: row.kinds as OfferKind[],
    contracts: row.contracts as Contract[],
    hours: row.hours as HoursWish[],
    slots: row.slots as Slot[],
    availableFrom: toIsoDateOrNull(row.availableFrom),
    travel: { means: travelMeans as TravelMeans, maxKm: travelMaxKm, maxMinutes: travelMaxMinutes },
    eligiblePublics: row.eligiblePublics as EligiblePublic[],
    visibility: row.visibility as Visibility,
  }
}

/** A profile as its row. */
export const toProfileRow = ({ travel, ...profile }: Profile) => ({
  ...profile,
  availableFrom: fromIsoDateOrNull(profile.availableFrom),
  travelMeans: travel.means,
  travelMaxKm: travel.maxKm,
  travelMaxMinutes: travel.maxMinutes,
  limitKm: limitKm(travel),
})

const within = (scope: Scope) => {
  if (scope.kind === 'candidate') return { id: scope.profileId }
  if (scope.kind === 'territory') return { territoryId: scope.territoryId }
  return scope.kind === 'system' ? {} : null
}

/** The profile with this id within the scope, or null. */
export async function findProfile(db: Db, scope: Scope, id: string): Promise<Profile | null> {
  const where = within(scope)
  const row = where && (await db.profile.findFirst({ where: { AND: [where, { id }] } }))
  return row ? toProfile(row) : null
}

/** The profile of this account within the scope, or null. */
export async function findProfileOfAccount(db: Db, scope: Scope, accountId: string): Promise<Profile | null> {
  const where = within(scope)
  const row = where && (await db.profile.findFirst({ where: { AND: [where, { accountId }] } }))
  return row ? toProfile(row) : null
}

/** The profile with this id within the scope, with how its person is written to and how many times a month, or null. */
export async function findContactedProfile(
  db: Db,
  scope: Scope,
  id: string,
): Promise<{ profile: Profile; channel: Channel; monthlySolicitations: number } | null> {
  const where = within(scope)
  const row =
    where &&
    (await db.profile.findFirst({
      where: { AND: [where, { id }] },
      include: { account: { select: { channel: true, monthlySolicitations: true } } },
    }))
  if (!row) return null
  const { account, ...profile } = row
  return { ...account, profile: toProfile(profile), channel: account.channel as Channel }
}

/** Creates a profile. */
export async function createProfile(db: Db, profile: Profile): Promise<void> {
  await db.profile.create({ data: toProfileRow(profile) })
}

/** Saves a profile whose stored version is `expectedVersion`; false when somebody saved it in between. */
export async function saveProfile(db: Db, profile: Profile, expectedVersion: number): Promise<boolean> {
  const { id, accountId: _, ...data } = toProfileRow(profile)
  return (await db.profile.updateMany({ where: { id, version: expectedVersion }, data })).count === 1
}
