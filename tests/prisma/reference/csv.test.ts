import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCsv } from '#prisma/reference/csv.ts'

const fieldsOf = (text: string, delimiter?: string) =>
  parseCsv(text, delimiter).records.map((record) => record.fields)

describe('parseCsv', () => {
  test('reads quotes, doubled quotes, delimiters and line breaks inside a field', () => {
    expect(fieldsOf('a,"b ""c"", d"\r\n"two\nlines",e\n')).toEqual([
      ['a', 'b "c", d'],
      ['two\nlines', 'e'],
    ])
  })

  test('tells the line where each record starts, blank lines and quoted breaks counted', () => {
    const { records } = parseCsv('h\r\n\r\n"x\r\ny"\nz\rlast')
    expect(records).toEqual([
      { line: 1, fields: ['h'] },
      { line: 3, fields: ['x\r\ny'] },
      { line: 5, fields: ['z'] },
      { line: 6, fields: ['last'] },
    ])
  })

  test('skips a byte order mark, keeps empty fields, accepts another delimiter', () => {
    expect(fieldsOf('\uFEFFa;;"b;c";', ';')).toEqual([['a', '', 'b;c', '']])
  })

  test('keeps a quote in the middle of a field as it is', () => {
    expect(fieldsOf('5" pipe,ok')).toEqual([['5" pipe', 'ok']])
  })

  test('says which quote is never closed and keeps what came before', () => {
    expect(parseCsv('a,b\nc,"d\ne,f')).toEqual({
      records: [{ line: 1, fields: ['a', 'b'] }],
      unclosedLine: 2,
    })
  })

  test('reads back any table that is written as RFC 4180 says', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', ';') })
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (table) => {
        const text = table
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\r\n')
        expect(fieldsOf(text)).toEqual(table)
      }),
    )
  })
})
