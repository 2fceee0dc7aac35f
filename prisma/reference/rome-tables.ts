import { parseCsv } from './csv.ts'

/** One row of a ROME file: its line (a CSV's line, or the rank from 1 in a JSON list) and its fields by lower-case name. */
export type RomeRow = { line: number; fields: Record<string, string> }

/** What a file holds. `other` files are part of the official archive but not used here. */
export type RomeTableKind = 'occupations' | 'appellations' | 'mobilities' | 'skills' | 'skillLinks' | 'other'

/** A file as rows, with what was wrong about its text. */
export type RomeTable = { kind: RomeTableKind; rows: RomeRow[]; problems: { line: number; reason: string }[] }

/** Reads a CSV, TSV or JSON file of the ROME, told apart by the extension of its name, then by its header. */
export function readRomeTable(name: string, text: string): RomeTable {
  return /\.json$/i.test(name) ? readJson(text) : readDelimited(name, text)
}

function readDelimited(name: string, text: string): RomeTable {
  const { records, unclosedLine } = parseCsv(text, delimiterOf(name, text))
  const [header, ...body] = records
  const problems = unclosedLine === null ? [] : [{ line: unclosedLine, reason: 'quote never closed' }]
  if (!header) return { kind: 'other', rows: [], problems: [...problems, { line: 1, reason: 'empty file' }] }
  const columns = header.fields.map((column) => column.trim().toLowerCase())
  const rows: RomeRow[] = []
  for (const { line, fields } of body) {
    if (fields.length !== columns.length) {
      problems.push({ line, reason: `${fields.length} fields instead of ${columns.length}` })
    } else
      rows.push({
        line,
        fields: Object.fromEntries(columns.map((column, at) => [column, clean(fields[at])])),
      })
  }
  return { kind: kindOf(columns), rows, problems }
}

function delimiterOf(name: string, text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  if (/\.tsv$/i.test(name) || header.includes('\t')) return '\t'
  return header.includes(';') && !header.includes(',') ? ';' : ','
}

function readJson(text: string): RomeTable {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { kind: 'other', rows: [], problems: [{ line: 1, reason: `not JSON: ${String(error)}` }] }
  }
  if (Array.isArray(json)) {
    const rows = json.map((item, index) => ({ line: index + 1, fields: flatFields(item) }))
    return { kind: kindOf(Object.keys(rows[0]?.fields ?? {})), rows, problems: [] }
  }
  return readNeighbourLists(json)
}

/** The shape `{ "A1101": ["A1414", "A1205"] }`: near occupations, closest first. */
function readNeighbourLists(json: unknown): RomeTable {
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : []
  const areLists =
    entries.length > 0 && entries.every(([code, list]) => /^[A-Z]\d{4}$/.test(code) && Array.isArray(list))
  if (!areLists) return { kind: 'other', rows: [], problems: [{ line: 1, reason: 'unknown JSON shape' }] }
  let line = 0
  const rows = (entries as [string, unknown[]][]).flatMap(([from, list]) =>
    list.map((to, index) => {
      line += 1
      return {
        line,
        fields: { code_rome: from, code_rome_cible: String(to), numero_ordre: String(index + 1) },
      }
    }),
  )
  return { kind: 'mobilities', rows, problems: [] }
}

function flatFields(item: unknown): Record<string, string> {
  if (typeof item !== 'object' || item === null) return {}
  const simple = Object.entries(item).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  )
  return Object.fromEntries(simple.map(([key, value]) => [key.toLowerCase(), clean(String(value))]))
}

function kindOf(columns: readonly string[]): RomeTableKind {
  const has = (...names: string[]) => names.some((name) => columns.includes(name))
  if (has('code_rome_cible')) return 'mobilities'
  if (has('code_ogr', 'ogr') && has('coeur_metier')) return 'skillLinks'
  if (has('code_ogr') && has('libelle_competence')) return 'skills'
  if (has('libelle_appellation_long', 'libelle_long')) return 'appellations'
  if (has('code_ogr') && has('code_rome_parent') && !has('code_rome')) return 'appellations'
  if (has('code_rome') && has('libelle_rome', 'libelle') && has('code_rome_parent')) return 'occupations'
  if (has('code') && has('parent') && has('libelle')) return 'occupations'
  return 'other'
}

/** Exports double the apostrophes of some labels. */
const clean = (value: string | undefined) => (value ?? '').trim().replaceAll("''", "'")
