import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { db } from '#app/db/client.server.ts'
import { findHomeTerritory, findTerritoryOf } from '#app/db/territories.server.ts'
import { isTooPoorToWithdraw } from '#app/domain/sourced-offer.decide.ts'
import type { RejectedRow, SourcedOffer, SourceRow } from '#app/domain/sourced-offer.ts'
import { readFranceTravailOffer } from '#app/gateways/france-travail-offer.ts'
import { type OfferFileRow, readOfferFile } from '#app/gateways/offer-file.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { importOffers, placeOffers } from '#app/use-cases/import-offers.server.ts'
import { withdrawMissingOffers } from '#app/use-cases/import-withdrawals.server.ts'
import { isMain } from './root.mjs'
import { runCommand, type Say, sayRejected, withDatabase } from './with-database.ts'

const usage =
  'npm run offers:import -- FILE [--source france-travail] [--complete] [--force] [--departement 02]'

type ReadRow = { row: SourceRow; offer: SourcedOffer }

/** Reads each row; of two rows with the same id the last one counts. */
function readRows(rows: readonly OfferFileRow[]) {
  const byId = new Map<string, ReadRow>()
  const rejected: RejectedRow[] = []
  const repeated: string[] = []
  for (const { value, ...row } of rows) {
    const offer = readFranceTravailOffer(value)
    if ('reason' in offer) {
      rejected.push({ ...row, sourceId: null, reason: offer.reason })
      continue
    }
    const earlier = byId.get(offer.sourceId)
    if (earlier)
      repeated.push(
        `row ${earlier.row.index} has the id of row ${row.index} (${offer.sourceId}): the last counts`,
      )
    byId.set(offer.sourceId, { row, offer })
  }
  return { offers: [...byId.values()], rejected, repeated }
}

const where = ({ index, line, sourceId }: RejectedRow) =>
  `row ${index}, line ${line}${sourceId ? `, id ${sourceId}` : ''}`

/** Imports the file named in the arguments; returns the exit code. Throws what stops it. */
export async function importOffersCommand(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      source: { type: 'string', default: 'france-travail' },
      departement: { type: 'string' },
      complete: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
    },
  })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new Error(`Name one file\nUsage: ${usage}`)
  const file = readOfferFile(readBytes(path))
  if (!file.ok) throw new Error(`${path}: ${file.message}`)
  for (const notice of file.notices) say(notice)
  return withDatabase(() => importFile(file, values, say))
}

type Options = { source: string; departement?: string; complete: boolean; force: boolean }
type ReadFile = { rows: OfferFileRow[]; isSingleOffer: boolean }

async function importFile(file: ReadFile, options: Options, say: Say): Promise<number> {
  const { source, departement, complete, force } = options
  const territory = departement ? await findTerritoryOf(db(), departement) : await findHomeTerritory(db())
  if (!territory) throw new Error(`No territory${departement ? ` ${departement}` : ''} here: create it first`)
  const now = systemClock()
  const territoryId = territory.id
  say(`Reading     ${file.rows.length} rows for ${territory.name}`)
  const read = readRows(file.rows)
  for (const line of read.repeated) say(`  repeated ${line}`)
  const { placed, rejected } = await placeOffers({ territoryId, source, rows: read.offers })
  const refused = [...read.rejected, ...rejected].sort((a, b) => a.index - b.index)
  sayRejected(
    refused.map((row) => ({ where: where(row), reason: row.reason })),
    say,
  )
  const counts = { read: placed.length + refused.length, valid: placed.length }
  if (complete && !force && (isTooPoorToWithdraw(counts) || file.isSingleOffer)) {
    say(
      `Refused     --complete would withdraw what a file with ${counts.valid} good rows of ${counts.read} lacks`,
    )
    say('            Nothing was changed. Add --force if the file is right.')
    return 1
  }
  const imported = await importOffers({
    territoryId,
    source,
    offers: placed,
    now,
    onProgress: (done) => say(`Importing   ${done} of ${placed.length}`),
  })
  if (!imported.ok) throw new Error(`Not imported: ${imported.refusal.code}`)
  const { created, updated, reopened, unchanged, kept } = imported.value
  let withdrawn = 0
  if (complete) {
    const presentIds = new Set(read.offers.map(({ offer }) => offer.sourceId))
    const result = await withdrawMissingOffers({ territoryId, source, presentIds, now })
    if (!result.ok) throw new Error(`Not withdrawn: ${result.refusal.code}`)
    withdrawn = result.value
  }
  say(
    `Done        ${created} created, ${updated} updated, ${reopened} published again, ${unchanged} unchanged, ${kept} kept as people left them, ${withdrawn} withdrawn, ${refused.length} refused`,
  )
  return counts.valid > 0 || (counts.read === 0 && complete && force) ? 0 : 1
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as { code?: string }).code
    throw new Error(code === 'ENOENT' ? `No such file: ${path}` : `Cannot read ${path} (${code})`)
  }
}

if (isMain(import.meta)) await runCommand(importOffersCommand, usage)
