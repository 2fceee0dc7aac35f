import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Commune } from '#app/domain/commune.ts'
import { fetchCommunes } from '#app/gateways/commune-directory.server.ts'
import { normalisePhone } from '#app/gateways/phone-number.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { importCommunes } from '#app/use-cases/import-communes.server.ts'
import { importTerritory, type TerritoryWords } from '#app/use-cases/import-territory.server.ts'
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { departementName, loadOfflineCommunes } from '#prisma/reference/communes.ts'
import { completeCommunes, parseGeoApiCommunes } from '#prisma/reference/geo-api-communes.ts'
import { isMain } from './root.mjs'
import { runCommand, type Say, sayRejected, withDatabase } from './with-database.ts'

const usage =
  'npm run territory:import -- --departement 02 | --file communes.json [--departement 02] [--help-phone "03 23 …" --help-hours "lundi–vendredi 9 h–17 h"]'

/** Imports the communes named by the arguments; returns the exit code. `baseUrl` is the service asked. */
export async function importTerritoryCommand(args: string[], say: Say, baseUrl?: string): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      departement: { type: 'string' },
      file: { type: 'string' },
      'help-phone': { type: 'string' },
      'help-hours': { type: 'string' },
    },
  })
  const { departement, file } = values
  if (departement && !/^(\d{2,3}|2[AB])$/.test(departement))
    throw new Error(`"${departement}" is not the code of a département: 02, 2A, 974`)
  if (!departement && !file) throw new Error(`Name a département or a file\nUsage: ${usage}`)
  const words = readWords(values['help-phone'], values['help-hours'])
  const json = file
    ? readJson(file)
    : await fetchCommunes(departement ?? '', {
        baseUrl,
        onRetry: (why) => say(`            ${why}: trying again`),
      })
  const { communes, rejected } = parseGeoApiCommunes(json)
  const foreign = communes.filter(({ departementCode }) => departement && departementCode !== departement)
  const kept = communes.filter((commune) => !foreign.includes(commune))
  say(`Read        ${communes.length} communes`)
  const refused = [
    ...rejected.map(({ index, code, reason }) => ({
      where: `row ${index}${code ? ` (${code})` : ''}`,
      reason,
    })),
    ...foreign.map(({ inseeCode }) => ({ where: inseeCode, reason: `not in département ${departement}` })),
  ]
  sayRejected(refused, say)
  if (kept.length === 0) {
    say('Done        nothing to import')
    return 1
  }
  return withDatabase(async () => {
    const communes = await save(kept, refused.length, say)
    await openTerritories(communes, words, say)
    return 0
  })
}

function readWords(phone?: string, hours?: string): TerritoryWords {
  const helpPhone = phone === undefined ? undefined : normalisePhone(phone)
  if (helpPhone === null) throw new Error(`"${phone}" is not a telephone number`)
  return { ...(helpPhone && { helpPhone }), ...(hours && { helpHours: hours }) }
}

async function save(seeds: readonly CommuneSeed[], refused: number, say: Say): Promise<Commune[]> {
  const communes = complete(seeds).map(({ arrondissementCode: _, ...commune }): Commune => commune)
  say(`Importing   ${communes.length} communes`)
  const result = await importCommunes({ communes, now: systemClock() })
  if (!result.ok) throw new Error(`Not imported: ${result.refusal.code}`)
  const { created, updated, unchanged, movedProfiles, movedOffers } = result.value
  say(
    `Done        ${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused; ${movedProfiles} people and ${movedOffers} offers moved to their commune's centre`,
  )
  return communes
}

/** A new instance needs its territory: it is opened with its help number, or what is missing is said. */
async function openTerritories(communes: readonly Commune[], words: TerritoryWords, say: Say): Promise<void> {
  for (const departementCode of new Set(communes.map((commune) => commune.departementCode))) {
    const own = communes.filter((commune) => commune.departementCode === departementCode)
    const name = departementName(departementCode)
    const opened = await importTerritory({ departementCode, name, communes: own, words, now: systemClock() })
    if (opened.ok) say(`Territory   ${name}: ${opened.value.isNew ? 'opened' : 'there'}`)
    else say(`Territory   ${name} is not open yet: give ${missing(words)} to open it`)
  }
}

const missing = ({ helpPhone, helpHours }: TerritoryWords) =>
  [helpPhone ? '' : '--help-phone', helpHours ? '' : '--help-hours'].filter(Boolean).join(' and ')

/** Names of EPCI and former names come from the built-in list; a département it does not know goes without. */
function complete(communes: readonly CommuneSeed[]): CommuneSeed[] {
  const codes = [...new Set(communes.map(({ departementCode }) => departementCode))]
  return completeCommunes(
    communes,
    codes.flatMap((code) => {
      try {
        return loadOfflineCommunes(code)
      } catch {
        return []
      }
    }),
  )
}

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const { code } = error as { code?: string }
    throw new Error(code === 'ENOENT' ? `No such file: ${file}` : `Cannot read ${file} (${code})`)
  }
  if (text.trim() === '') throw new Error(`${file} is empty`)
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${file} is not JSON, or is cut short`)
  }
}

if (isMain(import.meta)) await runCommand(importTerritoryCommand, usage)
