import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prisma } from '#scripts/prisma.mjs'

type Field = {
  name: string
  dbName?: string
  kind: 'scalar' | 'object' | 'enum' | 'unsupported'
  type: string
  isList: boolean
  isRequired: boolean
  default?: unknown
  nativeType?: [string, string[]] | null
  relationFromFields?: string[]
  relationToFields?: string[]
  relationOnDelete?: string
  relationOnUpdate?: string
}
type Model = { name: string; dbName: string | null; fields: Field[] }
type Index = { model: string; type: 'id' | 'unique' | 'normal'; algorithm?: string; fields: IndexField[] }
type IndexField = { name: string; sortOrder?: 'asc' | 'desc' }
type Datamodel = { models: Model[]; indexes: Index[] }

const types: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Decimal: 'numeric(65,30)',
  Boolean: 'boolean',
  Json: 'jsonb',
  Bytes: 'bytea',
  DateTime: 'timestamp(3) without time zone',
}
const nativeTypes: Record<string, (size: string) => string> = {
  Uuid: () => 'uuid',
  Text: () => 'text',
  Date: () => 'date',
  SmallInt: () => 'smallint',
  Integer: () => 'integer',
  BigInt: () => 'bigint',
  Real: () => 'real',
  DoublePrecision: () => 'double precision',
  JsonB: () => 'jsonb',
  Json: () => 'json',
  Citext: () => 'citext',
  VarChar: (size) => `character varying${size}`,
  Char: (size) => `character${size}`,
  Decimal: (size) => `numeric${size}`,
  Timestamptz: (size) => `timestamp${size} with time zone`,
  Timestamp: (size) => `timestamp${size} without time zone`,
  Time: (size) => `time${size} without time zone`,
}
// These defaults are computed by Prisma's client; every other one is kept by the database.
const clientDefaults = new Set(['uuid', 'cuid', 'ulid', 'nanoid'])
const actions: Record<string, string> = {
  Cascade: 'cascade',
  SetNull: 'set null',
  Restrict: 'restrict',
  NoAction: 'no action',
  SetDefault: 'set default',
}

function readDatamodel(schema: string): Datamodel {
  const folder = mkdtempSync(path.join(tmpdir(), 'actifs-datamodel-'))
  try {
    const generator = path.join(folder, 'generator.mjs')
    copyFileSync(new URL('./datamodel-generator.mjs', import.meta.url), generator)
    const output = path.join(folder, 'datamodel.json')
    const source = schema.replace(/^generator [\s\S]*?^\}/gm, '')
    const block = `generator datamodel {\n  provider = "node ${generator}"\n  output = "${output}"\n}\n`
    const file = path.join(folder, 'schema.prisma')
    writeFileSync(file, source + block)
    const { status, stderr } = prisma(['generate', '--schema', file], { stdio: 'pipe', encoding: 'utf8' })
    if (status !== 0) throw new Error(`The schema cannot be read:\n${stderr}`)
    return JSON.parse(readFileSync(output, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function typeOf({ name, type, nativeType, isList }: Field) {
  const [native, sizes = []] = nativeType ?? []
  const size = sizes.length > 0 ? `(${sizes.join(',')})` : ''
  const found = native ? nativeTypes[native]?.(size) : types[type]
  if (!found) throw new Error(`The type of ${name} (${native ?? type}) is unknown to this test: add it`)
  return isList ? `${found}[]` : found
}

function hasDatabaseDefault({ default: value }: Field) {
  if (value === undefined) return false
  const isCall = typeof value === 'object' && value !== null && 'name' in value
  return !(isCall && clientDefaults.has(String(value.name)))
}

/** Returns what schema.prisma says of the database, one fact a line, in the words of `databaseFacts`. */
export function schemaFacts(schema: string): string[] {
  const { models, indexes } = readDatamodel(schema)
  const tables = new Map(models.map((model) => [model.name, model]))
  const table = (name: string) => tables.get(name)?.dbName ?? name
  const column = (model: string, name: string) => {
    const field = tables.get(model)?.fields.find((candidate) => candidate.name === name)
    return field?.dbName ?? name
  }
  const columns = (model: string, names: string[]) => names.map((name) => column(model, name)).join(', ')
  const facts: string[] = []
  for (const model of models) {
    facts.push(`table ${table(model.name)}`)
    for (const field of model.fields) {
      const at = `${table(model.name)}.${column(model.name, field.name)}`
      if (field.kind === 'scalar') {
        const nullable = field.isList || !field.isRequired ? '' : ' not null'
        facts.push(`column ${at} ${typeOf(field)}${nullable}`)
        if (hasDatabaseDefault(field)) facts.push(`default ${at}`)
      } else if (field.kind !== 'object')
        throw new Error(`${at}: ${field.kind} is unknown to this test: add it`)
      if (!field.relationFromFields?.length) continue
      const onDelete = actions[field.relationOnDelete ?? (field.isRequired ? 'Restrict' : 'SetNull')]
      const onUpdate = actions[field.relationOnUpdate ?? 'Cascade']
      const from = columns(model.name, field.relationFromFields)
      const to = columns(field.type, field.relationToFields ?? [])
      facts.push(
        `foreign ${table(model.name)}(${from}) to ${table(field.type)}(${to}) on delete ${onDelete} on update ${onUpdate}`,
      )
    }
  }
  for (const { model, type, fields, algorithm } of indexes) {
    const kind = { id: 'primary', unique: 'unique', normal: 'index' }[type]
    const sorted = fields.map(
      (field) => column(model, field.name) + (field.sortOrder === 'desc' ? ' desc' : ''),
    )
    const using = algorithm && algorithm.toLowerCase() !== 'btree' ? ` using ${algorithm.toLowerCase()}` : ''
    facts.push(`${kind} ${table(model)}(${sorted.join(', ')})${using}`)
  }
  return facts.sort()
}
