import { createHash } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import { saveTerritoryLogo } from '#app/db/territory-logos.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { MAX_LOGO_BYTES } from '#app/domain/territory.ts'
import { LOGO_FAULT_WORDS, type LogoFault } from '#app/domain/territory-logo.schema.ts'
import { judgeFile, pictureSize } from '#app/system/file-content.server.ts'
import { withoutPictureFacts } from '#app/system/picture-facts.server.ts'

const HASH_LENGTH = 32

const refuseLogo = (fault: LogoFault) => refuse('invalid_input', { file: [LOGO_FAULT_WORDS[fault]] })

/**
 * An administrator sets the territory's logo, in the place of the one before: a PNG or JPEG by its content, of at most 12,000
 * bytes once what it tells besides itself is taken away. Refusals: `forbidden`, `invalid_input` on `file`.
 */
export async function keepTerritoryLogo(options: {
  actor: Actor
  file: { bytes: Buffer } | 'too_heavy' | null
  alternative: string
}): Promise<Result<null>> {
  const { actor, file, alternative } = options
  if (actor.kind !== 'administrator') return refuse('forbidden')
  if (file === null) return refuseLogo('missing')
  if (file === 'too_heavy') return refuseLogo('too_heavy')
  const judged = judgeFile(file.bytes)
  const size = pictureSize(file.bytes)
  if ('fault' in judged) return refuseLogo(judged.fault === 'damaged' ? 'damaged' : 'not_a_picture')
  if (judged.format === 'pdf' || !size) return refuseLogo('not_a_picture')
  const content = new Uint8Array(withoutPictureFacts(judged.format, file.bytes))
  if (content.length > MAX_LOGO_BYTES) return refuseLogo('too_heavy')
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH)
  await saveTerritoryLogo(db(), actor.territoryId, {
    hash,
    format: judged.format,
    ...size,
    alternative,
    content,
  })
  return ok(null)
}
