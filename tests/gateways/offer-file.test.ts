import { describe, expect, test } from 'vitest'
import { readOfferFile } from '#app/gateways/offer-file.ts'

const read = (text: string) => readOfferFile(new TextEncoder().encode(text))
const rowsOf = (text: string) => {
  const file = read(text)
  if (!file.ok) throw new Error(file.message)
  return file.rows
}

describe('a file of offers', () => {
  test('is an object with resultats: each row with its rank and its line', () => {
    const text =
      '{\n "filtresPossibles": [{"filtre": "x", "agregation": [1, 2]}],\n "resultats": [\n  {"id": "a", "l": [1, {"resultats": 2}]},\n  {"id": "b \\" ]"},\n\n  {"id": "c"}\n ]\n}'
    expect(rowsOf(text).map(({ index, line, value }) => [index, line, (value as { id: string }).id])).toEqual(
      [
        [0, 4, 'a'],
        [1, 5, 'b " ]'],
        [2, 7, 'c'],
      ],
    )
  })

  test('is a list, of anything', () => {
    expect(rowsOf('[\n{"id": 1},\nnull,\n"x", 3,\n[[4]]\n]').map(({ line }) => line)).toEqual([2, 3, 4, 4, 5])
  })

  test('is a list of pages', () => {
    const pages = '[{"resultats": [\n{"id": "a"}]},\n{"resultats": [\n{"id": "b"}]}]'
    expect(rowsOf(pages)).toEqual([
      { index: 0, line: 2, value: { id: 'a' } },
      { index: 1, line: 4, value: { id: 'b' } },
    ])
  })

  test('is one offer a line, a bad line among them', () => {
    expect(rowsOf('{"id": "a"}\n\nnot json\n{"id": "c"}\n')).toEqual([
      { index: 0, line: 1, value: { id: 'a' } },
      { index: 1, line: 3, value: undefined },
      { index: 2, line: 4, value: { id: 'c' } },
    ])
  })

  test('is one offer only, and says so', () => {
    const file = read('{"id": "a", "intitule": "Cuisine"}')
    expect(file).toMatchObject({ ok: true, isSingleOffer: true, rows: [{ index: 0, line: 1 }] })
    expect(file.ok && file.notices.join()).toContain('one offer')
  })

  test('may start with a byte order mark, or be in another encoding', () => {
    const json = '[{"id": "é"}]'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json, 'utf16le')])
    for (const bytes of [Buffer.from(`\uFEFF${json}`), utf16, Buffer.from(json, 'latin1')]) {
      const file = readOfferFile(bytes)
      expect(file).toMatchObject({ ok: true, rows: [{ value: { id: 'é' } }] })
      expect(file.ok && file.notices).toHaveLength(1)
    }
  })
})

describe('a file that cannot be read says why', () => {
  test.each([
    ['', 'The file is empty'],
    [' \n ', 'The file is empty'],
    ['\uFEFF', 'The file is empty'],
    ['<!doctype html><html></html>', 'web page or XML'],
    ['bonjour', 'The file is not JSON'],
    ['id;intitule\n1;Cuisine', 'The file is not JSON'],
    ['{"resultats": [\n{"id": "a"},\n{"id": "b', 'cut short: it ends in the middle of the JSON, at line 3'],
    ['{"resultats": [\n{"id": "a"},', 'cut short'],
    ['{"resultats": [\n{"id": "a"}', 'cut short (line 2)'],
    [`[{"id": "a"},\n{"id" "b", "text": "${'x'.repeat(60)}"}]`, 'not JSON (line 2)'],
    [
      '{"message": "Unauthorized", "code": 401}',
      'expected a list, or an object with "resultats" (it has: message, code)',
    ],
    ['{"resultats": null}', 'it has: resultats'],
    ['42', 'No offers here'],
    ['null', 'No offers here'],
  ])('%j', (text, message) => {
    const file = read(text)
    expect(file.ok).toBe(false)
    expect(!file.ok && file.message).toContain(message)
  })
})
