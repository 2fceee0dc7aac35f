import { db } from '#app/db/client.server.ts'
import { findNamedApplication } from '#app/db/named-applications.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { applicationPermissions } from '#app/domain/application.policy.ts'
import { toAbout, toProgress } from './candidate-applications.server.ts'

/** One application of the candidate's own, with its history, or null. */
export async function getCandidateApplication(
  actor: Extract<Actor, { kind: 'candidate' }>,
  applicationId: string,
) {
  const found = await findNamedApplication(db(), scopeOf(actor), applicationId)
  if (!found) return null
  const { application, lines } = found
  return {
    id: application.id,
    offerId: application.offerId,
    shownOrganisationId: found.organisation?.shownId ?? null,
    ...toAbout(found),
    sentence: application.sentence,
    progress: toProgress(found),
    history: lines.map(({ action, at }) => ({ action, at: at.toISOString() })),
    can: { withdraw: applicationPermissions(actor, application).withdraw },
  }
}
