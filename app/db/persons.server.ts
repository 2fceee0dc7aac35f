import type { Account } from '#app/domain/account.ts'
import type { Scope } from '#app/domain/actor.ts'
import type { PersonRelation } from '#app/domain/person.policy.ts'
import type { Profile } from '#app/domain/profile.ts'
import type { Db } from './client.server.ts'
import { toProfile } from './profiles.server.ts'

/** A person: the profile, the name and contact, and the commune's name. */
export type Person = {
  profile: Profile
  person: Pick<Account, 'firstName' | 'lastName' | 'phone' | 'email'>
  communeName: string
}

const WITH_PERSON = {
  account: { select: { firstName: true, lastName: true, phone: true, email: true } },
  commune: { select: { name: true } },
} as const

/** The person with this profile within the territory, or null. Any other scope reaches nobody. */
export async function findPerson(db: Db, scope: Scope, profileId: string): Promise<Person | null> {
  if (scope.kind !== 'territory') return null
  const row = await db.profile.findFirst({
    where: { id: profileId, territoryId: scope.territoryId, account: { erasedAt: null } },
    include: WITH_PERSON,
  })
  if (!row) return null
  const { account, commune, ...profile } = row
  return { profile: toProfile(profile), person: account, communeName: commune.name }
}

/** How a person of the territory stands to a professional, or null for nobody of the territory. */
export async function findPersonRelation(
  db: Db,
  scope: Scope,
  of: { accountId: string; profileId: string },
): Promise<PersonRelation | null> {
  if (scope.kind !== 'territory') return null
  const { accountId, profileId } = of
  const { territoryId } = scope
  const row = await db.profile.findFirst({
    where: { id: profileId, territoryId, account: { erasedAt: null } },
    select: {
      followedBy: { where: { referentId: accountId, endedAt: null }, select: { referentId: true } },
      matches: { where: { territoryId, state: { not: 'declined' } }, select: { id: true }, take: 1 },
      applications: { where: { territoryId }, select: { id: true }, take: 1 },
    },
  })
  if (!row) return null
  const opened = await db.accessLog.findFirst({
    where: { profileId, accountId, purpose: 'profile', reasonHash: { not: null } },
    orderBy: { sequence: 'desc' },
    select: { at: true },
  })
  return {
    territoryId,
    isFollowed: row.followedBy.length > 0,
    isHandled: row.matches.length + row.applications.length > 0,
    openedAt: opened?.at ?? null,
  }
}

/** The people whom a referent accompanies in the territory, by name, a page at a time, and how many they are. */
export async function listPortfolio(
  db: Db,
  scope: Scope,
  options: { referentId: string; page: number; pageSize: number },
): Promise<{ people: Person[]; total: number }> {
  if (scope.kind !== 'territory') return { people: [], total: 0 }
  const { referentId, page, pageSize } = options
  const where = {
    territoryId: scope.territoryId,
    account: { erasedAt: null },
    followedBy: { some: { referentId, endedAt: null } },
  }
  const [rows, total] = await Promise.all([
    db.profile.findMany({
      where,
      include: WITH_PERSON,
      orderBy: [{ account: { lastName: 'asc' } }, { account: { firstName: 'asc' } }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.profile.count({ where }),
  ])
  const people = rows.map(({ account, commune, ...profile }) => ({
    profile: toProfile(profile),
    person: account,
    communeName: commune.name,
  }))
  return { people, total }
}
