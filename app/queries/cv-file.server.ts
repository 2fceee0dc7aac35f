import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { findCvFile, findCvFileContent } from '#app/db/cv-files.server.ts'
import { findPersonalApplication } from '#app/db/organisation-applications.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { canReadContact } from '#app/domain/application.policy.ts'
import { CV_FILE_ADDRESS_SECONDS, type CvFile } from '#app/domain/cv-file.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { fileToken, readFileToken } from '#app/system/secrets.server.ts'

/** The candidate's own file of CV, without its content, or null. */
export const getOwnCvFile = (actor: Extract<Actor, { kind: 'candidate' }>): Promise<CvFile | null> =>
  findCvFile(db(), scopeOf(actor), actor.profileId)

const addressOf = ({ id }: CvFile, now: Date) =>
  fileToken(id, new Date(now.getTime() + CV_FILE_ADDRESS_SECONDS * 1000))

/** The token that opens the candidate's own file for two minutes, or null when there is none. */
export async function getOwnCvFileToken(
  actor: Extract<Actor, { kind: 'candidate' }>,
  now: Date,
): Promise<string | null> {
  const file = await getOwnCvFile(actor)
  return file && addressOf(file, now)
}

/**
 * The token that opens for two minutes the file of somebody who applied to the recruiter's organisation, once the reading is
 * logged. Refusals: `not_found` outside the scope, where the contact may not be read, and without a file; `reading_stopped`.
 */
export async function getApplicantFileToken(options: {
  actor: Extract<Actor, { kind: 'recruiter' }>
  applicationId: string
  now: Date
}): Promise<Result<string>> {
  const { actor, applicationId, now } = options
  const found = await findPersonalApplication(db(), scopeOf(actor), applicationId)
  if (!found || !canReadContact(actor, found.application)) return refuse('not_found')
  const profileId = found.profile.id
  const file = await findCvFile(db(), { kind: 'system' }, profileId)
  if (!file) return refuse('not_found')
  const logged = await recordReading(actor, { purpose: 'file', at: now, profileIds: [profileId] })
  return logged.ok ? ok(addressOf(file, now)) : logged
}

/** The file that a token opens. Refusals: `not_found` when it is not ours or the file is gone, `link_expired`. */
export async function getCvFileContent(token: string, now: Date) {
  const read = readFileToken(token)
  if (!read) return refuse('not_found')
  if (read.expiresAt <= now) return refuse('link_expired')
  const file = await findCvFileContent(db(), read.fileId)
  return file ? ok(file) : refuse('not_found')
}
