import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type SourceFile, violations } from '#tests/setup/architecture.ts'

const sources = /^(app|search|workers|prisma|scripts|bench|tests)\/.*\.(ts|tsx|mjs|css)$|^[^/]+\.(ts|js)$/

function projectFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  return String(listed)
    .split('\0')
    .filter((file) => sources.test(file) && existsSync(file))
    .map((file) => ({ path: file, source: readFileSync(file, 'utf8') }))
}

test('every file of the project keeps the rules of the house', () => {
  const files = projectFiles()
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap(violations)).toEqual([])
})

describe('planted violations are seen', () => {
  const layers: [string, string, string][] = [
    ['app/domain/offer.ts', '#app/system/clock.server.ts', 'domain may not import system'],
    ['app/domain/offer.ts', '#app/db/offers.server.ts', 'domain may not import db'],
    ['app/system/env.server.ts', '#app/domain/offer.ts', 'system may not import domain'],
    ['app/db/offers.server.ts', '#app/use-cases/publish-offer.server.ts', 'db may not import use-cases'],
    ['app/db/offers.server.ts', '#search/port.ts', 'db may not import search'],
    ['app/gateways/geocoder.server.ts', '#app/db/communes.server.ts', 'gateways may not import db'],
    ['search/meilisearch.server.ts', '#app/db/offers.server.ts', 'search may not import db'],
    ['search/port.ts', '#app/use-cases/publish-offer.server.ts', 'search may not import use-cases'],
    ['app/use-cases/publish-offer.server.ts', '#search/port.ts', 'use-cases may not import search'],
    ['app/use-cases/publish-offer.server.ts', '#workers/jobs.ts', 'use-cases may not import workers'],
    ['app/use-cases/publish-offer.server.ts', '#app/http/session.server.ts', 'use-cases may not import http'],
    [
      'app/queries/offer-page.server.ts',
      '#app/gateways/geocoder.server.ts',
      'queries may not import gateways',
    ],
    [
      'app/queries/offer-page.server.ts',
      '#app/use-cases/publish-offer.server.ts',
      'queries may not import use-cases',
    ],
    ['app/http/session.server.ts', '#app/queries/offer-page.server.ts', 'http may not import queries'],
    [
      'app/components/offer-card.tsx',
      '#app/queries/offer-page.server.ts',
      'components may not import queries',
    ],
    ['app/components/offer-card.tsx', '#app/db/dates.ts', 'components may not import db'],
    ['app/routes/offres._index.tsx', '#app/db/offers.server.ts', 'routes may not import db'],
    ['app/routes/offres._index.tsx', '#search/port.ts', 'routes may not import search'],
    ['app/routes/offres._index.tsx', '#workers/relay.ts', 'routes may not import workers'],
    ['app/root.tsx', '#app/db/offers.server.ts', 'entries may not import db'],
    ['app/root.tsx', '#app/routes/_index.tsx', 'entries may not import routes'],
    ['app/server.ts', '#app/db/client.server.ts', 'server may not import db'],
    ['workers/relay.ts', '#app/queries/offer-page.server.ts', 'workers may not import queries'],
    ['workers/relay.ts', '#app/http/session.server.ts', 'workers may not import http'],
    ['workers/relay.ts', '#app/routes/_index.tsx', 'workers may not import routes'],
    ['prisma/seed.ts', '#app/routes/_index.tsx', 'prisma may not import routes'],
    ['prisma/seed.ts', '#workers/relay.ts', 'prisma may not import workers'],
    ['scripts/reindex-search.ts', '#app/routes/_index.tsx', 'scripts may not import routes'],
    ['bench/main.ts', '#app/routes/_index.tsx', 'bench may not import routes'],
    ['vite.config.ts', '#app/system/env.server.ts', 'config may not import system'],
  ]
  const libraries: [string, string, string][] = [
    ['app/domain/offer.ts', 'libphonenumber-js', 'domain may not import libphonenumber-js'],
    ['app/domain/offer.ts', 'node:crypto', 'domain may not import node:crypto'],
    ['app/components/offer-card.tsx', 'node:path', 'components may not import node:path'],
    ['app/queries/offer-page.server.ts', '@prisma/client', '@prisma/client is not at home in queries'],
    ['app/use-cases/publish-offer.server.ts', 'pg', 'pg is not at home in use-cases'],
    ['app/queries/offer-search.server.ts', 'meilisearch', 'meilisearch is not at home in queries'],
    ['app/use-cases/publish-offer.server.ts', 'bullmq', 'bullmq is not at home in use-cases'],
    ['app/gateways/mailer.server.ts', 'nodemailer', 'nodemailer is not at home in gateways'],
    ['app/db/outbox.server.ts', 'ioredis', 'ioredis is not at home in db'],
    ['app/use-cases/sign-in.server.ts', '@remix-run/node', '@remix-run/node is not at home in use-cases'],
    [
      'app/components/ui/map.tsx',
      'maplibre-gl/dist/maplibre-gl.css',
      'maplibre-gl is not at home in components',
    ],
    ['app/http/session.server.ts', 'express', 'express is not at home in http'],
    ['workers/main.ts', 'pino', 'pino is not at home in workers'],
    ['workers/matching/arena.ts', 'koffi', 'koffi is not at home in workers'],
    ['workers/main.ts', 'libphonenumber-js/max', 'libphonenumber-js is not at home in workers'],
    ['app/queries/offer-page.server.ts', 'lodash', 'lodash has no home'],
  ]
  test.each([...layers, ...libraries])('%s imports %s', (file, imported, rule) => {
    const ways = [
      `import { x } from '${imported}'`,
      `import type { X } from '${imported}'`,
      `export { x } from '${imported}'`,
      `export const x = () => import('${imported}')`,
    ]
    for (const source of ways) expect(violations({ path: file, source })).toContain(`${file}: ${rule}`)
  })

  const others: [string, SourceFile, string][] = [
    [
      'the generated client outside app/db',
      { path: 'tests/db/offers.test.ts', source: `import '#app/db/generated/client.ts'` },
      'only app/db imports the generated Prisma client',
    ],
    [
      'a relative path out of its folder',
      { path: 'app/routes/_index.tsx', source: `import { x } from '../queries/home.server.ts'` },
      '../queries/home.server.ts climbs out of its folder: use an alias',
    ],
    [
      'server code from a file that reaches the browser',
      { path: 'search/port.ts', source: `import { x } from './postgres.server.ts'` },
      'only a .server file imports ./postgres.server.ts',
    ],
    ['a banned folder', { path: 'app/domain/utils/date.ts', source: '' }, 'the folder name utils is banned'],
    ['a barrel', { path: 'app/domain/index.ts', source: '' }, 'index files hide cycles'],
    ['a file name', { path: 'app/domain/offerPolicy.ts', source: '' }, 'file names are kebab-case'],
    ['a new layer', { path: 'app/models/offer.ts', source: '' }, 'this place is not in the architecture'],
    [
      'a long file',
      { path: 'app/domain/offer.ts', source: 'x\n'.repeat(251) },
      '251 lines are more than 250',
    ],
    [
      'a long style',
      { path: 'app/styles/base.css', source: 'x\n'.repeat(251) },
      '251 lines are more than 250',
    ],
  ]
  test.each(others)('%s', (_name, file, rule) => {
    expect(violations(file)).toContain(`${file.path}: ${rule}`)
  })
})

describe('what the house allows raises nothing', () => {
  const allowed: [string, string][] = [
    ['app/domain/offer.ts', 'zod'],
    ['app/domain/matching/score.ts', '../offer.ts'],
    ['search/postgres.server.ts', '#app/db/raw.server.ts'],
    ['app/use-cases/publish-offer.server.ts', '#app/gateways/geocoder.server.ts'],
    ['app/components/map/offer-map.tsx', 'maplibre-gl'],
    ['app/gateways/phone-number.server.ts', 'libphonenumber-js/max'],
    ['app/server.ts', 'express'],
    ['app/root.tsx', '#app/styles/app.css?url'],
    ['workers/handlers/index-offer.ts', '#search/port.ts'],
    ['scripts/reindex-search.ts', '#workers/queues.ts'],
    ['tests/routes/offers.test.ts', '#app/routes/offres._index.tsx'],
  ]
  test.each(allowed)('%s imports %s', (file, imported) => {
    expect(violations({ path: file, source: `import '${imported}'` })).toEqual([])
  })
})
