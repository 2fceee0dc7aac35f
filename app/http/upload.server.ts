import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import type { RawForm } from './forms.server.ts'
import { throwRefusal } from './respond.server.ts'

/** A file that was sent: its bytes, or that it weighs too much; null when none was chosen. */
export type Upload = { bytes: Buffer } | 'too_heavy' | null

/** True when a form was sent with files. */
export const hasFiles = (request: Request): boolean =>
  (request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data')

const MAX_TEXT_BYTES = 2_000

/**
 * Reads the file sent in a field, at most `maxBytes` of it, and the texts sent with it, of 2,000 bytes at most each; neither the
 * file's name nor the type it claims is looked at. Throws a 422 answer when the form cannot be read.
 */
export async function readUploadForm(
  request: Request,
  field: string,
  maxBytes: number,
): Promise<{ file: Upload; raw: RawForm }> {
  let file: Upload = null
  const raw: RawForm = {}
  const take = async (data: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Upload> => {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of data) {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
    }
    if (size > maxBytes) return 'too_heavy'
    return size === 0 ? null : { bytes: Buffer.concat(chunks) }
  }
  await parseMultipart(request, async ({ name, filename, data }) => {
    const isText = filename === undefined
    const taken = await take(data, isText ? MAX_TEXT_BYTES : maxBytes)
    if (!isText && name === field) file = taken
    if (isText) raw[name] = taken === null || taken === 'too_heavy' ? '' : taken.bytes.toString('utf8')
    return null
  }).catch(() => throwRefusal({ code: 'invalid_input' }))
  return { file, raw }
}

/** The file alone of such a form. */
export const readUpload = async (request: Request, field: string, maxBytes: number): Promise<Upload> =>
  (await readUploadForm(request, field, maxBytes)).file
