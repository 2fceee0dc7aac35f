import { closeRaw } from '#app/db/raw.server.ts'
import { readEnvFile } from '#scripts/root.mjs'
import { openDatabase } from '#scripts/services.mjs'
import { reindexOffers } from '#search/reindex.server.ts'

const LINE_EVERY = 1000

readEnvFile()
const database = await openDatabase()
process.env.DATABASE_URL = database.url
try {
  const counts = await reindexOffers({
    onProgress: ({ engine, done, total }) => {
      if (done % LINE_EVERY === 0) console.log(`${engine}: ${done} / ${total}`)
    },
  })
  for (const [engine, count] of Object.entries(counts)) console.log(`${engine}: ${count} offers indexed`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await closeRaw()
  await database.stop()
}
