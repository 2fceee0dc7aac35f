import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeRaw } from '#app/db/raw.server.ts'
import { searchEngine, searchHealth } from '#search/engine.server.ts'
import { createFallbackEngine } from '#search/fallback.server.ts'
import { createMeilisearchEngine } from '#search/meilisearch/engine.server.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { makeDocument, makeSearch, offerIdOf, streamOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(closeRaw)

type Mode = 'silent' | 'slow body' | 'error' | 'rubbish' | 'well'
let mode: Mode = 'well'
let requests = 0
let server: Server
let url = ''
const empty = { hits: [], totalHits: 0, facetDistribution: {}, processingTimeMs: 0, query: '' }

// The edge of the network where Meilisearch stands, in each of the ways it may fail.
beforeAll(async () => {
  server = createServer((_, response) => {
    requests++
    if (mode === 'silent') return
    response.writeHead(mode === 'error' ? 503 : 200, { 'content-type': 'application/json' })
    if (mode === 'slow body') return void response.write('{"results":')
    response.end(mode === 'rubbish' ? '<html>' : JSON.stringify(mode === 'error' ? {} : { results: [empty] }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await postgresEngine.reindexAll(streamOf([makeDocument('grutier')]))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  mode = 'well'
  requests = 0
})

type Line = { level: 'warn' | 'info'; fields: object; message: string }
function setUp(target = url) {
  const lines: Line[] = []
  const log = {
    warn: (fields: object, message: string) => void lines.push({ level: 'warn', fields, message }),
    info: (fields: object, message: string) => void lines.push({ level: 'info', fields, message }),
  }
  const clock = { now: 0 }
  const primary = createMeilisearchEngine({
    url: target,
    key: 'secret-key',
    searchLimitMs: 150,
    writeLimitMs: 150,
  })
  const engine = createFallbackEngine({ primary, fallback: postgresEngine, log, now: () => clock.now })
  return { engine, lines, clock }
}

describe('when Meilisearch does not answer', () => {
  it.each<Mode>(['silent', 'slow body', 'error', 'rubbish'])(
    'PostgreSQL answers within the limit, and the log says so once: %s',
    async (failure) => {
      mode = failure
      const { engine, lines } = setUp()
      const start = performance.now()
      const [found, points] = [
        await engine.search(makeSearch({ text: 'grutier' })),
        await engine.points(makeSearch({ text: 'grutier' })),
      ]
      await engine.search(makeSearch({ text: 'grutier' }))
      expect(performance.now() - start).toBeLessThan(1500)
      expect(found).toMatchObject({ engine: 'postgres', total: 1 })
      expect(points.map((point) => point.offerId)).toEqual([offerIdOf('grutier')])
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatchObject({
        level: 'warn',
        fields: { engine: 'meilisearch', fallback: 'postgres' },
      })
    },
  )

  it('answers too when nothing listens at its address', async () => {
    const { engine, lines } = setUp('http://127.0.0.1:9')
    expect((await engine.search(makeSearch())).engine).toBe('postgres')
    expect(lines).toHaveLength(1)
    expect(await engine.isHealthy()).toBe(false)
  })

  it('logs nothing of what was typed and no key', async () => {
    mode = 'error'
    const { engine, lines } = setUp()
    await engine.search(makeSearch({ text: 'Jeanne Martin' }))
    expect(JSON.stringify(lines)).not.toMatch(/Jeanne|Martin|secret-key/)
  })

  it('leaves it alone for a while, then asks again, and says when it is back', async () => {
    mode = 'error'
    const { engine, lines, clock } = setUp()
    await engine.search(makeSearch())
    const asked = requests
    clock.now = 4999
    await engine.search(makeSearch())
    expect(requests).toBe(asked)
    clock.now = 5000
    await engine.search(makeSearch())
    expect(requests).toBeGreaterThan(asked)
    mode = 'well'
    clock.now = 10_000
    expect((await engine.search(makeSearch())).engine).toBe('meilisearch')
    expect(lines.map((line) => line.level)).toEqual(['warn', 'info'])
    mode = 'error'
    await engine.search(makeSearch())
    expect(lines.map((line) => line.level)).toEqual(['warn', 'info', 'warn'])
  })

  it('feeds PostgreSQL first, and rejects so that the write is tried again', async () => {
    mode = 'silent'
    const { engine } = setUp()
    await expect(engine.upsert([makeDocument('scaphandrier')])).rejects.toThrow()
    expect((await postgresEngine.search(makeSearch({ text: 'scaphandrier' }))).total).toBe(1)
    await expect(engine.remove([offerIdOf('scaphandrier')])).rejects.toThrow()
    expect((await postgresEngine.search(makeSearch({ text: 'scaphandrier' }))).total).toBe(0)
  })
})

describe('the engine of the process', () => {
  afterEach(() => {
    delete process.env.MEILI_URL
  })

  it('is PostgreSQL without MEILI_URL', async () => {
    expect(searchEngine().name).toBe('postgres')
    expect(await searchHealth()).toEqual({ postgres: true, meilisearch: null })
  })

  it('is Meilisearch with PostgreSQL behind it when MEILI_URL is set', async () => {
    process.env.MEILI_URL = url
    mode = 'error'
    expect(searchEngine().name).toBe('meilisearch')
    expect((await searchEngine().search(makeSearch({ text: 'grutier' }))).engine).toBe('postgres')
    expect(await searchHealth()).toEqual({ postgres: true, meilisearch: false })
  })
})
