/** A record of a delimited text, with the line (from 1) where it starts. */
export type CsvRecord = { line: number; fields: string[] }

/**
 * Reads a delimited text as RFC 4180 says: quoted fields may hold delimiters, line breaks and doubled quotes.
 * LF, CRLF and CR end a record; a byte order mark and blank lines are skipped.
 * Returns the records, and the line of a quote that is never closed (its record is left out).
 */
export function parseCsv(
  text: string,
  delimiter = ',',
): { records: CsvRecord[]; unclosedLine: number | null } {
  const records: CsvRecord[] = []
  let fields: string[] = []
  let field = ''
  let line = 1
  let startLine = 1
  let quoteLine = 0
  let isQuoted = false
  let hasContent = false

  const endRecord = () => {
    if (hasContent) records.push({ line: startLine, fields: [...fields, field] })
    fields = []
    field = ''
    hasContent = false
  }

  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const char = text[at]
    const isBreak = char === '\n' || char === '\r'
    const isPair = char === '\r' && text[at + 1] === '\n'
    if (isBreak && !isPair) line += 1
    if (isQuoted) {
      if (char !== '"') field += char
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else isQuoted = false
    } else if (isBreak) {
      if (isPair) continue
      endRecord()
      startLine = line
    } else if (char === delimiter) {
      fields.push(field)
      field = ''
      hasContent = true
    } else {
      if (char === '"' && field === '') {
        isQuoted = true
        quoteLine = line
      } else field += char
      hasContent = true
    }
  }
  if (isQuoted) return { records, unclosedLine: quoteLine }
  endRecord()
  return { records, unclosedLine: null }
}
