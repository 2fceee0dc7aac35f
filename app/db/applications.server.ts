import { type Actor, accountIdOf, type Scope } from '#app/domain/actor.ts'
import { OPEN_APPLICATION_STATES } from '#app/domain/application.transitions.ts'
import type { Application, ApplicationState, RefusalReason, WantedKind } from '#app/domain/application.ts'
import { newId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'
import { fromIsoDate, toIsoDate } from './dates.ts'
import type { Application as ApplicationRow, Prisma } from './generated/client.ts'

/** An application row as the domain's application. */
export function toApplication({ remindedAt: _, ...row }: ApplicationRow): Application {
  return {
    ...row,
    state: row.state as ApplicationState,
    wantedKind: row.wantedKind as WantedKind | null,
    refusalReason: row.refusalReason as RefusalReason | null,
    promisedOn: toIsoDate(row.promisedOn),
  }
}

/** The rows a scope may reach. Nobody in particular reaches none. */
export function applicationsWithin(scope: Scope): Prisma.ApplicationWhereInput {
  switch (scope.kind) {
    case 'organisation':
      return { organisationId: scope.organisationId }
    case 'territory':
      return { territoryId: scope.territoryId }
    case 'candidate':
      return { profileId: scope.profileId }
    case 'system':
      return {}
    default:
      return { id: { in: [] } }
  }
}

/** The application with this id within the scope, or null. */
export async function findApplication(db: Db, scope: Scope, id: string): Promise<Application | null> {
  const row = await db.application.findFirst({ where: { AND: [applicationsWithin(scope), { id }] } })
  return row && toApplication(row)
}

/** The person's applications within the scope, newest first. */
export async function listApplicationsOfProfile(
  db: Db,
  scope: Scope,
  profileId: string,
): Promise<Application[]> {
  const rows = await db.application.findMany({
    where: { AND: [applicationsWithin(scope), { profileId }] },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(toApplication)
}

/** The applications to an offer that its organisation may still answer, within the scope, oldest first. */
export async function listOpenApplications(db: Db, scope: Scope, offerId: string): Promise<Application[]> {
  const state = { in: [...OPEN_APPLICATION_STATES] }
  const rows = await db.application.findMany({
    where: { AND: [applicationsWithin(scope), { offerId, state }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toApplication)
}

/** Makes whoever applies to this offer wait for the end of the transaction, so that each sees the others. */
export async function lockApplicationsTo(tx: Db, offerId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('application ' || ${offerId}::text, 0))`
}

/** Holds back anybody else who is about to end this person's applications, until the transaction ends. */
export async function lockApplicationsOf(tx: Db, profileId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('applications of ' || ${profileId}::text, 0))`
}

/** Creates an application. Throws Prisma's P2002 when a live one exists for the same person and offer, or organisation. */
export async function createApplication(db: Db, application: Application): Promise<void> {
  await db.application.create({
    data: { ...application, promisedOn: fromIsoDate(application.promisedOn) },
  })
}

/** Saves an application whose stored version is `expectedVersion`; false when somebody saved it in between. */
export async function saveApplication(
  db: Db,
  application: Application,
  expectedVersion: number,
): Promise<boolean> {
  const { id, ...rest } = application
  const data = { ...rest, promisedOn: fromIsoDate(application.promisedOn) }
  return (await db.application.updateMany({ where: { id, version: expectedVersion }, data })).count === 1
}

/** Adds a line to an application's history. */
export async function addApplicationChange(
  db: Db,
  applicationId: string,
  change: {
    action: string
    from: ApplicationState | null
    to: ApplicationState
    reason: string | null
    actor: Actor
    now: Date
  },
): Promise<void> {
  await db.applicationChange.create({
    data: {
      id: newId(),
      applicationId,
      action: change.action,
      fromState: change.from,
      toState: change.to,
      reason: change.reason,
      accountId: accountIdOf(change.actor),
      at: change.now,
    },
  })
}

/** The line of an application's history that its last change wrote: what, why, by which account; null when there is none. */
export const findLastApplicationChange = (
  db: Db,
  { id, updatedAt }: Pick<Application, 'id' | 'updatedAt'>,
): Promise<{ action: string; reason: string | null; accountId: string | null } | null> =>
  db.applicationChange.findFirst({
    where: { applicationId: id, at: updatedAt },
    select: { action: true, reason: true, accountId: true },
    orderBy: { fromState: { sort: 'desc', nulls: 'last' } },
  })
