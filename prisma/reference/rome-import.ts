import { type RomeRow, readRomeTable } from './rome-tables.ts'

export type RomeOccupation = { romeCode: string; parentCode: string; domainCode: string; label: string }
export type RomeAppellation = {
  ogr: string
  label: string
  romeCode: string
  romeParent: string
  isMain: boolean
}
/** `rank` starts at 1 for the nearest occupation. */
export type RomeMobility = { from: string; to: string; rank: number }
export type RomeSkill = { ogr: string; label: string }
export type RomeSkillLink = { romeCode: string; ogr: string; isCore: boolean }
export type RejectedRomeRow = { file: string; line: number; reason: string }

export type RomeImport = {
  occupations: RomeOccupation[]
  appellations: RomeAppellation[]
  mobilities: RomeMobility[]
  skills: RomeSkill[]
  skillLinks: RomeSkillLink[]
  rejected: RejectedRomeRow[]
}

const ROME_CODE = /^[A-N]\d{4}$/
const OGR = /^\d{1,8}$/

/**
 * Reads files of France Travail's ROME 4.0 open data (`unix_referentiel_code_rome`, `unix_referentiel_appellation`,
 * `unix_rubrique_mobilite`, `unix_referentiel_competence`, `unix_coherence_item`, CSV in UTF-8) or the same tables as
 * TSV or JSON. Files are recognised by their header, so their order and names are free; unknown files are rejected whole.
 * Returns the records and, for each row left out, its file, line and reason. A row that points to an occupation
 * absent from the files is kept: the caller knows which occupations exist.
 */
export function parseRome(files: readonly { name: string; text: string }[]): RomeImport {
  const occupations = new Map<string, RomeOccupation>()
  const appellations = new Map<string, RomeAppellation>()
  const mobilities = new Map<string, RomeMobility>()
  const skills = new Map<string, RomeSkill>()
  const skillLinks = new Map<string, RomeSkillLink>()
  const rejected: RejectedRomeRow[] = []

  for (const { name, text } of files) {
    const { kind, rows, problems } = readRomeTable(name, text)
    const reject = (line: number, reason: string) => rejected.push({ file: name, line, reason })
    for (const { line, reason } of problems) reject(line, reason)
    const collect = <T>(into: Map<string, T>, read: (row: RomeRow) => [string, T] | string) => {
      for (const row of rows) {
        const found = read(row)
        if (typeof found === 'string') reject(row.line, found)
        else if (into.has(found[0])) reject(row.line, `duplicate of ${found[0]}`)
        else into.set(...found)
      }
    }
    if (kind === 'occupations') collect(occupations, readOccupation)
    else if (kind === 'appellations') collect(appellations, readAppellation)
    else if (kind === 'mobilities') collect(mobilities, mobilityReader())
    else if (kind === 'skills') collect(skills, readSkill)
    else if (kind === 'skillLinks') collect(skillLinks, readSkillLink)
    else if (problems.length === 0) reject(1, 'not a known ROME table')
  }
  return {
    occupations: [...occupations.values()],
    appellations: [...appellations.values()],
    mobilities: [...mobilities.values()].sort((a, b) => a.from.localeCompare(b.from) || a.rank - b.rank),
    skills: [...skills.values()],
    skillLinks: [...skillLinks.values()].filter((link) => skills.size === 0 || skills.has(link.ogr)),
    rejected,
  }
}

function readOccupation({ fields }: RomeRow): [string, RomeOccupation] | string {
  const romeCode = fields.code_rome ?? fields.code ?? ''
  const label = fields.libelle_rome ?? fields.libelle ?? ''
  const parentCode = (fields.code_rome_parent ?? fields.parent) || romeCode
  if (!ROME_CODE.test(romeCode)) return `wrong ROME code "${romeCode}"`
  if (!ROME_CODE.test(parentCode)) return `wrong parent code "${parentCode}"`
  if (label === '') return `no label for ${romeCode}`
  return [romeCode, { romeCode, parentCode, domainCode: romeCode.slice(0, 3), label }]
}

function readAppellation({ fields }: RomeRow): [string, RomeAppellation] | string {
  const ogr = fields.code_ogr ?? fields.ogr ?? ''
  const romeParent = fields.code_rome_parent || fields.code_rome || ''
  const romeCode = fields.code_rome || romeParent
  const label = fields.libelle_appellation_long ?? fields.libelle_long ?? fields.libelle ?? ''
  if (!OGR.test(ogr)) return `wrong OGR code "${ogr}"`
  if (!ROME_CODE.test(romeCode)) return `wrong ROME code "${romeCode}"`
  if (!ROME_CODE.test(romeParent)) return `wrong parent code "${romeParent}"`
  if (label === '') return `no label for ${ogr}`
  const isMain = fields.classification === 'PRINCIPALE' || isYes(fields.principale)
  return [ogr, { ogr, label, romeCode, romeParent, isMain }]
}

/** Older exports have no order: "near" (type 1) comes before "evolution" (type 2), then the order of the rows. */
function mobilityReader(): (row: RomeRow) => [string, RomeMobility] | string {
  const seen = new Map<string, number>()
  return ({ fields }) => {
    const from = fields.code_rome ?? ''
    const to = fields.code_rome_cible ?? ''
    if (!ROME_CODE.test(from)) return `wrong ROME code "${from}"`
    if (!ROME_CODE.test(to)) return `wrong target code "${to}"`
    if (from === to) return `${from} is near itself`
    const position = (seen.get(from) ?? 0) + 1
    seen.set(from, position)
    const given = fields.numero_ordre
    if (given !== undefined && !/^[1-9]\d{0,3}$/.test(given)) return `wrong order "${given}"`
    const rank =
      given === undefined ? position + (fields.code_type_mobilite === '2' ? 1000 : 0) : Number(given)
    return [`${from} → ${to}`, { from, to, rank }]
  }
}

function readSkill({ fields }: RomeRow): [string, RomeSkill] | string {
  const { code_ogr: ogr = '', libelle_competence: label = '' } = fields
  if (!OGR.test(ogr)) return `wrong OGR code "${ogr}"`
  return label === '' ? `no label for ${ogr}` : [ogr, { ogr, label }]
}

function readSkillLink({ fields }: RomeRow): [string, RomeSkillLink] | string {
  const romeCode = fields.code_rome ?? ''
  const ogr = fields.code_ogr ?? fields.ogr ?? ''
  if (!ROME_CODE.test(romeCode)) return `wrong ROME code "${romeCode}"`
  if (!OGR.test(ogr)) return `wrong OGR code "${ogr}"`
  return [`${romeCode} ${ogr}`, { romeCode, ogr, isCore: isCoreSkill(fields.coeur_metier) }]
}

const isYes = (value: string | undefined) => /^(1|o|oui|true)$/i.test(value ?? '')

/** Core skills are marked "Principale" or "Émergente" in version 4, with a yes in earlier ones; others are left blank. */
const isCoreSkill = (value: string | undefined) =>
  isYes(value) || /^(principale|[ée]mergente)$/i.test(value ?? '')
