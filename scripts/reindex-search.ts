import { reindexOffers } from '#search/reindex.server.ts'
import { isMain } from './root.mjs'
import { runCommand, type Say, withDatabase } from './with-database.ts'

const LINE_EVERY = 1000

/** Rebuilds every search index from the published offers, saying how far it is; returns the exit code. */
export const reindexSearchCommand = (_args: string[], say: Say): Promise<number> =>
  withDatabase(async () => {
    const counts = await reindexOffers({
      onProgress: ({ engine, done, total }) => {
        if (done % LINE_EVERY === 0) say(`${engine}: ${done} / ${total}`)
      },
    })
    for (const [engine, count] of Object.entries(counts)) say(`${engine}: ${count} offers indexed`)
    return 0
  })

if (isMain(import.meta)) await runCommand(reindexSearchCommand, 'npm run search:reindex')
