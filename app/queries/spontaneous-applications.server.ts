import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { listPersonalApplications } from '#app/db/organisation-applications.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { parisDate } from '#app/domain/duration.ts'
import { ok } from '#app/domain/result.ts'
import { toApplicant } from './applicant.server.ts'

const LIMIT = 200

/**
 * The people who applied to an organisation without any offer, those who still wait first, once their reading is logged.
 * Refusal: `reading_stopped`.
 */
export async function getSpontaneousApplications({
  actor,
  now,
}: {
  actor: Extract<Actor, { kind: 'recruiter' }>
  now: Date
}) {
  const found = await listPersonalApplications(db(), scopeOf(actor), { offerId: null, limit: LIMIT })
  const profileIds = found.map(({ profile }) => profile.id)
  const logged = await recordReading(actor, { purpose: 'list', at: now, profileIds })
  if (!logged.ok) return logged
  const today = parisDate(now)
  return ok({
    applicants: found
      .map((one) => toApplicant(one, today))
      .sort((a, b) => Number(b.isOpen) - Number(a.isOpen)),
  })
}
