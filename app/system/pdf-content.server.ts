import { inflateSync } from 'node:zlib'

const TAIL_BYTES = 2048
/** What the object streams of a CV weigh at most once unpacked: far more than a CV's. */
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024

// ISO 32000-1: encryption 7.6; actions that run something 12.6.4; embedded files 7.11.4; forms made of scripts 12.7.8.
const LOCKED = /\/Encrypt(?![\w.-])/
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|Rendition|GoToE)(?![\w.-])/
const OBJECT_STREAM = /\/Type\s*\/ObjStm(?![\w.-])/

/** Names may be written with the hexadecimal codes of their letters (7.3.5). */
const plain = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

type Parts = { outside: string; streams: { dictionary: string; start: number; end: number }[] }

/** What stands outside streams, and where each stream begins and ends, with the dictionary before it. */
function partsOf(text: string): Parts {
  const parts: Parts = { outside: '', streams: [] }
  const opening = /\bstream\r?\n/g
  let from = 0
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const before = text.slice(from, found.index)
    const start = found.index + found[0].length
    const end = text.indexOf('endstream', start)
    parts.outside += before
    if (end === -1) return parts
    parts.streams.push({ dictionary: plain(before.slice(before.lastIndexOf('obj') + 3)), start, end })
    from = end
    opening.lastIndex = end + 'endstream'.length
  }
  parts.outside += text.slice(from)
  return parts
}

/** The objects that a PDF keeps packed, as text; null when they cannot be unpacked within the limit. */
function unpackedObjects(bytes: Buffer, { streams }: Parts): string | null {
  let unpacked = ''
  for (const { dictionary, start, end } of streams) {
    if (!OBJECT_STREAM.test(dictionary)) continue
    try {
      const maxOutputLength = MAX_UNPACKED_BYTES - unpacked.length
      unpacked += dictionary.includes('/FlateDecode')
        ? inflateSync(bytes.subarray(start, end), { maxOutputLength }).toString('latin1')
        : bytes.toString('latin1', start, end)
    } catch {
      return null
    }
  }
  return unpacked
}

/** What keeps a PDF from being kept: cut short, closed by a password, or made to run something; null for a plain one. */
export function pdfFault(bytes: Buffer): 'damaged' | 'locked' | 'active' | null {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - TAIL_BYTES))
  if (!/startxref\s+\d+\s+%%EOF/.test(tail)) return 'damaged'
  const parts = partsOf(bytes.toString('latin1'))
  const packed = unpackedObjects(bytes, parts)
  if (LOCKED.test(plain(parts.outside))) return 'locked'
  if (packed === null) return 'damaged'
  return ACTIVE.test(plain(parts.outside)) || ACTIVE.test(plain(packed)) ? 'active' : null
}
