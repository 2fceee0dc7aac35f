import type { SourceRow } from '#app/domain/sourced-offer.ts'

export type OfferFileRow = SourceRow & { value: unknown }

/** A file of offers as rows, with what is worth saying about it; or why nothing can be read. */
export type OfferFile =
  | { ok: true; rows: OfferFileRow[]; isSingleOffer: boolean; notices: string[] }
  | { ok: false; message: string }

/** Reads offers as an API answers them: an object with `resultats`, a list of offers or of such pages, or one offer a line. */
export function readOfferFile(bytes: Uint8Array): OfferFile {
  const { text, notices } = decode(bytes)
  if (text.trim() === '') return { ok: false, message: 'The file is empty' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return readLines(text, notices) ?? { ok: false, message: explain(text, error) }
  }
  return readJson(json, text, notices)
}

function decode(bytes: Uint8Array): { text: string; notices: string[] } {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), notices: ['The file is in UTF-16'] }
  const notices =
    first === 0xef && second === 0xbb && third === 0xbf
      ? ['The file starts with a byte order mark: skipped']
      : []
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notices }
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes)
    return { text, notices: [...notices, 'The file is not in UTF-8: read as Windows-1252'] }
  }
}

type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const resultsOf = (value: unknown): unknown[] | null =>
  isObject(value) && Array.isArray(value.resultats) ? value.resultats : null
const isOffer = (value: unknown) => isObject(value) && 'id' in value && 'intitule' in value

function readJson(json: unknown, text: string, notices: string[]): OfferFile {
  const asFile = (values: unknown[], lines: number[], isSingleOffer = false): OfferFile => ({
    ok: true,
    rows: values.map((value, index) => ({ index, line: lines[index] ?? 1, value })),
    isSingleOffer,
    notices,
  })
  if (Array.isArray(json)) {
    const pages = json.map(resultsOf)
    if (pages.length > 0 && pages.every((page) => page !== null))
      return asFile(pages.flat(), elementLines(text, 'resultats'))
    return asFile(json, elementLines(text, 'root'))
  }
  const results = resultsOf(json)
  if (results) return asFile(results, elementLines(text, 'resultats'))
  if (isOffer(json)) {
    notices.push('The file holds one offer, not a list: read as a list of one')
    return asFile([json], [1], true)
  }
  const keys = isObject(json) ? ` (it has: ${Object.keys(json).slice(0, 8).join(', ')})` : ''
  return { ok: false, message: `No offers here: expected a list, or an object with "resultats"${keys}` }
}

/** One JSON object a line. Null when the first line is not one. */
function readLines(text: string, notices: string[]): OfferFile | null {
  const lines = text.split(/\r?\n/).map((content, index) => ({ content: content.trim(), line: index + 1 }))
  const filled = lines.filter(({ content }) => content !== '')
  const values = filled.map(({ content, line }) => ({ line, value: parseLine(content) }))
  if (values.length < 2 || !isObject(values[0]?.value)) return null
  const rows = values.map(({ line, value }, index) => ({ index, line, value }))
  return { ok: true, rows, isSingleOffer: false, notices: [...notices, 'The file holds one offer a line'] }
}

function parseLine(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

function explain(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  if (/end of JSON input|Unterminated/i.test(message))
    return `The file is cut short: it ends in the middle of the JSON, at line ${text.split('\n').length}`
  if (/^\s*</.test(text)) return 'The file is not JSON: it looks like a web page or XML'
  // V8 blames the last character of a file cut between two values; it names no position in a short text.
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN)
  const line = Number.isFinite(position) ? ` (line ${text.slice(0, position).split('\n').length})` : ''
  const isCut = position >= text.trimEnd().length - 1 && /^\s*[[{]/.test(text)
  return isCut ? `The file is cut short${line}` : `The file is not JSON${line}`
}

/** The line where each element of the lists starts: the list at the root, or every list named `resultats`. */
function elementLines(text: string, wanted: 'root' | 'resultats'): number[] {
  const lines: number[] = []
  const stack: { isList: boolean; name: string }[] = []
  let line = 1
  let name = ''
  let expectsValue = true
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (char === '\n') line++
    if (/\s/.test(char) || char === ':') continue
    const parent = stack.at(-1)
    if (char === ',') {
      expectsValue = true
      continue
    }
    if (char === '}' || char === ']') {
      stack.pop()
      expectsValue = false
      continue
    }
    if (expectsValue && parent?.isList) {
      if (wanted === 'root' ? stack.length === 1 : parent.name === 'resultats') lines.push(line)
      expectsValue = false
    }
    if (char === '{' || char === '[') {
      stack.push({ isList: char === '[', name })
      name = ''
      expectsValue = true
    } else if (char === '"') {
      const end = endOfString(text, at)
      if (parent && !parent.isList) name = end - at < 40 ? text.slice(at + 1, end) : ''
      at = end
    } else while (at + 1 < text.length && /[^\s,\]}]/.test(text[at + 1] as string)) at++
  }
  return lines
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
