const EXIF = Buffer.from('Exif\0\0', 'latin1')
const ORIENTATION = 0x0112

/** Which way up an Exif segment says that the picture is, 1 to 8 (CIPA DC-008, 4.6.4); 1 when it does not say. */
function orientationOf(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(first); entry++) {
    const at = first + 2 + entry * 12
    if (short(at) === ORIENTATION) return short(at + 8)
  }
  return 1
}

/** The same, of a segment that may be cut or lie. */
function readOrientation(tiff: Buffer): number {
  try {
    const found = orientationOf(tiff)
    return found >= 1 && found <= 8 ? found : 1
  } catch (error) {
    if (error instanceof RangeError) return 1
    throw error
  }
}

/** An Exif segment that says which way up the picture is, and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  tiff.writeUInt16BE(orientation, 18)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(2 + EXIF.length + tiff.length)
  return Buffer.concat([Buffer.from([0xff, 0xe1]), length, EXIF, tiff])
}

// What drawing the picture needs: JFIF (0), colour profile (2), Adobe's transform (14). The other applications' segments and
// comments say where, when, by whom and with what it was taken.
const isFact = (marker: number) =>
  marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && ![0xe0, 0xe2, 0xee].includes(marker))
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/** Where the coded data of a scan end: at the next marker that is no restart (ITU-T T.81, B.1.1.2). */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}

function bareJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = []
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) break
    if (marker === 0xff || isRestart(marker) || marker === 0x01) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const isExif = marker === 0xe1 && bytes.subarray(at + 4, at + 10).equals(EXIF)
    if (isExif) orientation = readOrientation(bytes.subarray(at + 10, end))
    const next = marker === 0xda ? endOfScan(bytes, end) : end
    if (!isFact(marker)) kept.push(bytes.subarray(at, next))
    at = next
  }
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)]
  return Buffer.concat([bytes.subarray(0, 2), ...turned, ...kept, Buffer.from([0xff, 0xd9])])
}

const PNG_START = 8
const PNG_FACTS = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']

function barePng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, PNG_START)]
  for (let at = PNG_START; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (!PNG_FACTS.includes(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}

/**
 * A whole picture without what it tells besides itself: where and when it was taken, by whom, with which telephone, and what was
 * put after its end. Which way up it is stays. A PDF is given back as it is.
 */
export function withoutPictureFacts(format: 'pdf' | 'jpeg' | 'png', bytes: Buffer): Buffer {
  if (format === 'jpeg') return bareJpeg(bytes)
  return format === 'png' ? barePng(bytes) : bytes
}
