import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { judgeFile } from '#app/system/file-content.server.ts'
import { JPEG, PNG, pdfWith } from '#tests/factories/cv-file.ts'

const packed = (objects: string, type = '/ObjStm') => {
  const bytes = deflateSync(Buffer.from(objects))
  const text = pdfWith(
    '',
    `5 0 obj\n<< /Type ${type} /Filter /FlateDecode >>\nstream\nHERE\nendstream\nendobj`,
  )
  const at = text.indexOf('HERE')
  return Buffer.concat([text.subarray(0, at), bytes, text.subarray(at + 4)])
}

describe('what a file is', () => {
  test.each<[string, Buffer, string]>([
    ['a PDF', pdfWith('Bonjour'), 'pdf'],
    ['a PDF that talks of programs in its text', pdfWith('/JavaScript /Launch /Encrypt'), 'pdf'],
    ['a PDF whose packed objects do nothing', packed('<< /Type /Page >>'), 'pdf'],
    ['a PDF whose packed picture looks like a program', packed('/JS (x)', '/XObject'), 'pdf'],
    ['a PNG', PNG, 'png'],
    ['a JPEG', JPEG, 'jpeg'],
  ])('%s', (_, bytes, format) => {
    expect(judgeFile(bytes)).toEqual({ format })
  })

  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'not_a_cv'],
    ['a page of the web', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not_a_cv'],
    [
      'a drawing that may run',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'not_a_cv',
    ],
    ['a program', Buffer.from('MZ\x90\0\x03'), 'not_a_cv'],
    ['a page before a PDF', Buffer.concat([Buffer.from('<script>'), pdfWith('x')]), 'not_a_cv'],
    ['a PDF cut short', pdfWith('Bonjour').subarray(0, 200), 'damaged'],
    ['a PDF in name alone', Buffer.from('%PDF-1.4 rien'), 'damaged'],
    ['a PDF with a password', pdfWith('x', '6 0 obj\n<< /Encrypt 7 0 R >>\nendobj'), 'locked'],
    ['a PDF that runs a script', pdfWith('x', '6 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj'), 'active'],
    ['a script spelled by its codes', pdfWith('x', '6 0 obj\n<< /S /J#61vaScript >>\nendobj'), 'active'],
    ['a PDF that starts a program', pdfWith('x', '6 0 obj\n<< /S /Launch >>\nendobj'), 'active'],
    ['a PDF that carries files', pdfWith('x', '6 0 obj\n<< /EmbeddedFiles 7 0 R >>\nendobj'), 'active'],
    ['a script among packed objects', packed('<< /S /JavaScript >>'), 'active'],
    [
      'packed objects that cannot be unpacked',
      pdfWith('x', '5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nxxxx\nendstream\nendobj'),
      'damaged',
    ],
    ['packed objects that swell without end', packed('x'.repeat(20_000_000)), 'damaged'],
    ['a PNG cut short', PNG.subarray(0, -3), 'damaged'],
    ['a PNG with something after it', Buffer.concat([PNG, Buffer.from('<script>')]), 'damaged'],
    ['the first bytes of a PNG', PNG.subarray(0, 8), 'damaged'],
    ['the first bytes of a JPEG', JPEG.subarray(0, 4), 'damaged'],
    ['a JPEG without its picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'damaged'],
  ])('%s is not kept', (_, bytes, fault) => {
    expect(judgeFile(bytes)).toEqual({ fault })
  })

  test('cut anywhere, nothing is read beyond the end, and nothing whole is left', () => {
    for (const whole of [PNG, JPEG, pdfWith('Bonjour')])
      for (let length = 0; length < whole.length - 8; length++)
        expect(judgeFile(whole.subarray(0, length))).toHaveProperty('fault')
  })
})
