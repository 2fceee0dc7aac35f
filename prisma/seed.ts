import { parseArgs } from 'node:util'
import { isMain } from '#scripts/root.mjs'
import { runCommand, type Say, withDatabase } from '#scripts/with-database.ts'
import { isScale, SCALES } from './seed/scales.ts'
import { seedDatabase } from './seed/seed-database.ts'

const usage = 'node --import tsx prisma/seed.ts [--scale demo|aisne]'

async function seed(args: string[], say: Say): Promise<number> {
  const { values } = parseArgs({ args, options: { scale: { type: 'string', default: 'demo' } } })
  const { scale } = values
  if (!isScale(scale)) throw new Error(`Unknown scale ${scale}\nUsage: ${usage}`)
  const start = performance.now()
  const isSeeded = await withDatabase(() => seedDatabase({ counts: SCALES[scale], now: new Date(), say }))
  if (!isSeeded) say('Seed        a territory is there already: nothing to do')
  else say(`Seed        written in ${Math.round((performance.now() - start) / 100) / 10} s`)
  return 0
}

if (isMain(import.meta)) await runCommand(seed, usage)
