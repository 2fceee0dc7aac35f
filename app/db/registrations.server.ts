import type { Db } from './client.server.ts'

/** Who is signing up: a person who looks for work, or somebody for an organisation. */
export type RegistrationKind = 'candidate' | 'organisation'

/** The answers given so far in a sign-up of this kind, as they were stored; null when none was begun. */
export async function findRegistration(db: Db, accountId: string, kind: RegistrationKind): Promise<unknown> {
  const row = await db.registration.findFirst({ where: { accountId, kind }, select: { answers: true } })
  return row?.answers ?? null
}

/** Keeps the answers of an account's sign-up; one of another kind is given up. */
export async function saveRegistration(
  db: Db,
  registration: { accountId: string; kind: RegistrationKind; answers: object; now: Date },
): Promise<void> {
  const { accountId, kind, answers, now } = registration
  const data = { kind, answers, updatedAt: now }
  await db.registration.upsert({ where: { accountId }, create: { accountId, ...data }, update: data })
}

/** Forgets the answers of a sign-up: it is over. */
export async function deleteRegistration(db: Db, accountId: string): Promise<void> {
  await db.registration.deleteMany({ where: { accountId } })
}
