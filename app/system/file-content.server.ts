import { pdfFault } from './pdf-content.server.ts'

type Judged<F extends string> = { format: F } | { fault: 'not_a_cv' | 'damaged' | 'locked' | 'active' }

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const isSized = (width: number, height: number) => width > 0 && height > 0

/** True when the chunks of a PNG follow each other from its header to its end, with nothing after (PNG, 5.3 and 5.6). */
function isWholePng(bytes: Buffer): boolean {
  let at = PNG_SIGNATURE.length
  let hasData = false
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const isFirst = at === PNG_SIGNATURE.length
    if (isFirst !== (type === 'IHDR') || at + 12 + length > bytes.length) return false
    if (isFirst && (length !== 13 || !isSized(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12))))
      return false
    at += 12 + length
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') return hasData && length === 0 && at === bytes.length
  }
  return false
}

// Markers without a length: padding, restarts and the start of the picture (ITU-T T.81, B.1.1.3).
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** The size that the frame of a whole JPEG says. */
function jpegSize(bytes: Buffer): { width: number; height: number } {
  let at = 2
  while (!isFrame(bytes[at + 1] ?? 0)) {
    const marker = bytes[at + 1] ?? 0
    at += marker === 0xff ? 1 : isAlone(marker) ? 2 : 2 + bytes.readUInt16BE(at + 2)
  }
  return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
}

/** True when the segments of a JPEG lead from its start by a frame to its scan, and it has an end. */
function isWholeJpeg(bytes: Buffer): boolean {
  let at = 2
  let hasFrame = false
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (isAlone(marker)) at += 2
    else {
      const length = bytes.readUInt16BE(at + 2)
      if (length < 2 || at + 2 + length > bytes.length) return false
      if (isFrame(marker)) {
        if (length < 8 || !isSized(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))) return false
        hasFrame = true
      }
      at += 2 + length
      if (marker === 0xda) return hasFrame && bytes.indexOf(Buffer.from([0xff, 0xd9]), at) !== -1
    }
  }
  return false
}

/** How wide and high a whole PNG or JPEG is, in pixels; null for anything else. */
export function pictureSize(bytes: Buffer): { width: number; height: number } | null {
  const judged = judgeFile(bytes)
  if ('fault' in judged || judged.format === 'pdf') return null
  return judged.format === 'png'
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : jpegSize(bytes)
}

/**
 * What a file is, by its content alone: a PDF without password or program, a whole JPEG or PNG; else what is wrong with it.
 * Nothing of it is run or drawn.
 */
export function judgeFile(bytes: Buffer): Judged<'pdf' | 'jpeg' | 'png'> {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    const fault = pdfFault(bytes)
    return fault ? { fault } : { format: 'pdf' }
  }
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE))
    return isWholePng(bytes) ? { format: 'png' } : { fault: 'damaged' }
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff)
    return isWholeJpeg(bytes) ? { format: 'jpeg' } : { fault: 'damaged' }
  return { fault: 'not_a_cv' }
}
