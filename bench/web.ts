// Requests a second and delays of the public pages, on the built application over a seeded database.
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { findOfferPath, startSite } from './site.ts'
import { printTable } from './table.ts'

const PAGES = [
  { name: 'reference', path: '/healthz' },
  { name: 'home', path: '/' },
  { name: 'method', path: '/comment-ca-marche/classement' },
  { name: 'offers', path: '/offres' },
  { name: 'near', path: '/offres?lieu=Laon&rayon=20' },
  { name: 'words', path: '/offres?q=vendanges' },
  { name: 'filters', path: '/offres?q=cuisine&genre=emploi&contrat=cdd&lieu=Soissons&rayon=50' },
]

const measure = (url: string, options: { seconds: number; connections: number }) =>
  autocannon({
    url,
    duration: options.seconds,
    connections: options.connections,
    headers: { 'accept-encoding': 'br' },
  })

/** `npm run bench -- web [--seconds 5] [--connections 10]`: a table, then one line of JSON. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { seconds: { type: 'string', default: '5' }, connections: { type: 'string', default: '10' } },
  })
  const load = { seconds: Number(values.seconds), connections: Number(values.connections) }
  const site = await startSite('web')
  const { address } = site
  try {
    const pages = [...PAGES, { name: 'offer', path: await findOfferPath(site) }]
    const rows = []
    for (const { name, path } of pages) {
      await measure(address + path, { seconds: 1, connections: 4 })
      const { requests, latency, throughput, errors, non2xx } = await measure(address + path, load)
      const bytes = Math.round(throughput.average / Math.max(1, requests.average))
      rows.push({
        page: name,
        per_second: requests.average,
        p50_ms: latency.p50,
        p99_ms: latency.p99,
        bytes,
        failed: errors + non2xx,
      })
    }
    const reference = rows[0]?.per_second ?? 0
    const table = rows.map((row) => ({
      ...row,
      ratio: Math.round((row.per_second / reference) * 1000) / 1000,
    }))
    printTable(table)
    console.log(JSON.stringify({ bench: 'web', ...load, pages: table }))
  } finally {
    await site.stop()
  }
}
