import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import { throwRefusal } from './respond.server.ts'

/** A file that was sent: its bytes, or that it weighs too much; null when none was chosen. */
export type Upload = { bytes: Buffer } | 'too_heavy' | null

/** True when a form was sent with files. */
export const hasFiles = (request: Request): boolean =>
  (request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data')

/**
 * Reads the file sent in a field, at most `maxBytes` of it; neither its name nor the type it claims is looked at, other fields are
 * left out. Throws a 422 answer when the form cannot be read.
 */
export async function readUpload(request: Request, field: string, maxBytes: number): Promise<Upload> {
  let upload: Upload = null
  const take = async (data: AsyncIterable<Uint8Array>): Promise<Upload> => {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of data) {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
    }
    if (size > maxBytes) return 'too_heavy'
    return size === 0 ? null : { bytes: Buffer.concat(chunks) }
  }
  await parseMultipart(request, async ({ name, data }) => {
    const taken = await take(data)
    if (name === field) upload = taken
    return null
  }).catch(() => throwRefusal({ code: 'invalid_input' }))
  return upload
}
