import { db } from '#app/db/client.server.ts'
import { createSession } from '#app/db/sessions.server.ts'
import type { Role } from '#app/domain/actor.ts'
import type { Hat } from '#app/domain/session.ts'
import { hashToken, newReference } from '#app/system/secrets.server.ts'

/** A session of an account, twelve hours long and without a second factor unless said; returns the browser's reference. */
export async function openSessionFor(
  accountId: string,
  options: { now: Date; worn?: Hat; expiresAt?: Date; confirmedAt?: Date; provedAt?: Date },
): Promise<string> {
  const { now, provedAt } = options
  const reference = newReference()
  const idHash = hashToken(reference)
  const { role } = await db().account.findUniqueOrThrow({ where: { id: accountId }, select: { role: true } })
  await createSession(db(), {
    idHash,
    accountId,
    worn: options.worn ?? { role: role as Role, organisationId: null },
    device: 'Firefox sur Linux',
    confirmedAt: options.confirmedAt ?? null,
    now,
    expiresAt: options.expiresAt ?? new Date(now.getTime() + 12 * 3_600_000),
  })
  if (provedAt) await db().session.update({ where: { idHash }, data: { provedAt } })
  return reference
}
