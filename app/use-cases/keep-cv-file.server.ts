import { saveCvFile } from '#app/db/cv-files.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { CV_FILE_FAULT_WORDS } from '#app/domain/cv-file.labels.ts'
import { type CvFileFault, MAX_CV_FILE_BYTES } from '#app/domain/cv-file.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { judgeFile } from '#app/system/file-content.server.ts'
import { newId } from '#app/system/id.server.ts'
import { withoutPictureFacts } from '#app/system/picture-facts.server.ts'

const refuseFile = (fault: CvFileFault) => refuse('invalid_input', { file: [CV_FILE_FAULT_WORDS[fault]] })

/**
 * A candidate adds a file of CV, in the place of the one before: a PDF, JPEG or PNG by its content, of at most 5 MB. A picture
 * loses what it says of where and when it was taken. Refusals:
 * `forbidden`, `invalid_input` on `file`.
 */
export async function keepCvFile(options: {
  actor: Actor
  file: { bytes: Buffer } | 'too_heavy' | null
  now: Date
}): Promise<Result<null>> {
  const { actor, file, now } = options
  if (actor.kind !== 'candidate') return refuse('forbidden')
  if (file === null) return refuseFile('missing')
  if (file === 'too_heavy' || file.bytes.length > MAX_CV_FILE_BYTES) return refuseFile('too_heavy')
  const judged = judgeFile(file.bytes)
  if ('fault' in judged) return refuseFile(judged.fault)
  const { profileId } = actor
  const content = new Uint8Array(withoutPictureFacts(judged.format, file.bytes))
  const size = content.length
  return inTransaction(async (tx) => {
    await saveCvFile(tx, { id: newId(), profileId, format: judged.format, size, content, addedAt: now })
    return ok(null)
  })
}
