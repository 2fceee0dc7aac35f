import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#app/system/clock.server.ts'
import { importOccupations } from '#app/use-cases/import-occupations.server.ts'
import { parseRome, type RomeImport } from '#prisma/reference/rome-import.ts'
import { isMain } from './root.mjs'
import { runCommand, type Say, sayRejected, withDatabase } from './with-database.ts'

const usage = 'npm run occupations:import -- --dir unix_files | --file a.csv [--file b.tsv …]'
const TABLE = /\.(csv|tsv|json)$/i
const NOT_A_TABLE = 'not a known ROME table'

/** Imports the ROME files named by the arguments; returns the exit code. Throws what stops it. */
export async function importOccupationsCommand(args: string[], say: Say): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { dir: { type: 'string' }, file: { type: 'string', multiple: true } },
  })
  const paths = [...(values.file ?? []), ...(values.dir ? tablesOf(values.dir) : [])]
  if (paths.length === 0)
    throw new Error(
      values.dir ? `No CSV, TSV or JSON file in ${values.dir}` : `Name files or a folder\nUsage: ${usage}`,
    )
  const rome = parseRome(paths.map((file) => ({ name: path.basename(file), text: read(file) })))
  say(
    `Read        ${paths.length} files: ${rome.occupations.length} occupations, ${rome.appellations.length} appellations, ${rome.mobilities.length} near occupations`,
  )
  const foreign = rome.rejected.filter(({ reason }) => reason === NOT_A_TABLE).map(({ file }) => file)
  if (foreign.length > 0) say(`Not used    ${foreign.join(', ')}`)
  const refused = rome.rejected.filter(({ reason }) => reason !== NOT_A_TABLE)
  sayRejected(
    refused.map(({ file, line, reason }) => ({ where: `${file}, line ${line}`, reason })),
    say,
  )
  if (rome.occupations.length + rome.appellations.length + rome.mobilities.length === 0) {
    say('Done        nothing to import')
    return 1
  }
  return withDatabase(() => save(rome, refused.length, say))
}

async function save(rome: RomeImport, refused: number, say: Say): Promise<number> {
  say('Importing   occupations, near occupations, appellations')
  const result = await importOccupations(rome, systemClock())
  if (!result.ok) throw new Error(`Not imported: ${result.refusal.code}`)
  const { occupations, writtenOccupations, appellations, writtenAppellations, orphans } = result.value
  sayRejected(
    orphans.map((ogr) => ({ where: `appellation ${ogr}`, reason: 'its occupation is not known' })),
    say,
  )
  say(
    `Done        ${occupations} occupations (${writtenOccupations} new or changed), ${appellations} appellations (${writtenAppellations} new or changed), ${refused + orphans.length} refused`,
  )
  return 0
}

function tablesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => TABLE.test(name))
      .sort()
      .map((name) => path.join(folder, name))
  } catch (error) {
    throw new Error(`Cannot read ${folder} (${(error as { code?: string }).code})`)
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const { code } = error as { code?: string }
    throw new Error(code === 'ENOENT' ? `No such file: ${file}` : `Cannot read ${file} (${code})`)
  }
}

if (isMain(import.meta)) await runCommand(importOccupationsCommand, usage)
