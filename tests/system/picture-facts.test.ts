import { describe, expect, test } from 'vitest'
import { judgeFile } from '#app/system/file-content.server.ts'
import { withoutPictureFacts } from '#app/system/picture-facts.server.ts'
import { JPEG, PNG, pdfWith } from '#tests/factories/cv-file.ts'

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** Exif of a telephone: which way up, and a place. */
function exif(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write(order, 'latin1')
  const short = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  long(1, 14)
  short(orientation, 18)
  return segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 49.56 3.62')]),
  )
}
const photo = (...segments: Buffer[]) =>
  Buffer.concat([JPEG.subarray(0, 2), ...segments, JPEG.subarray(2), Buffer.from('a film of the kitchen')])
const chunk = (type: string, content: string) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(content), Buffer.alloc(4)])
}
const IHDR_END = 33

describe('a picture is kept without what it tells besides itself', () => {
  test('a photograph, down to what was put after its end', () => {
    const told = photo(exif(1), segment(0xfe, Buffer.from('by Nadia')), segment(0xed, Buffer.from('at Laon')))
    expect(withoutPictureFacts('jpeg', told)).toEqual(JPEG)
  })

  test.each([3, 6, 8].flatMap((way) => [[way, 'II'] as const, [way, 'MM'] as const]))(
    'turned (%s, %s), it stays the right way up',
    (way, order) => {
      const bare = withoutPictureFacts('jpeg', photo(exif(way, order)))
      expect(judgeFile(bare)).toEqual({ format: 'jpeg' })
      expect(bare.includes('GPS')).toBe(false)
      expect(bare.subarray(2, 6)).toEqual(Buffer.from([0xff, 0xe1, 0, 34]))
      expect(bare.readUInt16BE(2 + 4 + 6 + 18)).toBe(way)
      expect(withoutPictureFacts('jpeg', bare)).toEqual(bare)
    },
  )

  test('what lies about itself is taken off all the same', () => {
    const cut = segment(0xe1, Buffer.from('Exif\0\0II*\0\xff\xff\xff\x7f', 'latin1'))
    for (const lie of [cut, exif(0), exif(9), segment(0xe1, Buffer.from('Exif\0\0', 'latin1'))])
      expect(withoutPictureFacts('jpeg', photo(lie))).toEqual(JPEG)
  })

  test('a drawing', () => {
    const told = Buffer.concat([
      PNG.subarray(0, IHDR_END),
      ...['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].map((type) => chunk(type, 'by Nadia, at Laon')),
      PNG.subarray(IHDR_END),
    ])
    expect(judgeFile(told)).toEqual({ format: 'png' })
    expect(withoutPictureFacts('png', told)).toEqual(PNG)
  })

  test('a PDF is left as it is', () => {
    const pdf = pdfWith('Bonjour')
    expect(withoutPictureFacts('pdf', pdf)).toBe(pdf)
  })
})
