import type { ContactRequest } from '#app/domain/contact-request.ts'
import type { Match } from '#app/domain/match.ts'
import type { Db } from './client.server.ts'

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
