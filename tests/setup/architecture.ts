import path from 'node:path'
import ts from 'typescript'

export type SourceFile = { path: string; source: string }

export const zones = [
  'domain',
  'system',
  'db',
  'gateways',
  'search',
  'use-cases',
  'queries',
  'http',
  'components',
  'styles',
  'enhancements',
  'routes',
  'entries',
  'server',
  'workers',
  'prisma',
  'scripts',
  'bench',
  'tests',
  'config',
] as const
export type Zone = (typeof zones)[number]

const everything = zones.filter((zone) => zone !== 'routes' && zone !== 'workers')

/** Who may import what, besides itself. */
export const mayImport: Record<Zone, readonly Zone[]> = {
  domain: [],
  system: [],
  db: ['domain', 'system'],
  gateways: ['domain', 'system'],
  search: ['domain', 'system'],
  'use-cases': ['domain', 'db', 'gateways', 'system'],
  queries: ['domain', 'db', 'search', 'system'],
  http: ['domain', 'db', 'system'],
  components: ['domain'],
  styles: [],
  enhancements: [],
  routes: ['use-cases', 'queries', 'http', 'components', 'domain', 'system', 'styles'],
  entries: ['use-cases', 'queries', 'http', 'components', 'domain', 'system', 'styles', 'enhancements'],
  server: ['http', 'system'],
  workers: ['domain', 'system', 'db', 'gateways', 'search', 'use-cases'],
  prisma: everything,
  scripts: [...everything, 'workers'],
  bench: [...everything, 'workers'],
  tests: zones,
  config: [],
}

/** One library, one home. A home is a zone, a folder or a file; what is not named here may not be imported. */
export const homes: Record<string, readonly string[]> = {
  '@prisma/adapter-pg': ['db'],
  '@prisma/client': ['db'],
  pg: ['db'],
  meilisearch: ['search'],
  bullmq: ['workers'],
  ioredis: ['workers'],
  nodemailer: ['workers'],
  koffi: ['workers/matching/huge-pages.ts'],
  'sms-segments-calculator': ['workers'],
  '@socialgouv/jours-feries': ['workers'],
  'libphonenumber-js': ['gateways'],
  'html-to-text': ['gateways'],
  'maplibre-gl': ['app/components/map'],
  '@turf/turf': ['app/components/map'],
  express: ['server', 'app/http/page-handler.server.ts'],
  compression: ['server'],
  vite: ['server', 'config'],
  pino: ['system'],
  zod: ['domain', 'system', 'db', 'gateways', 'http', 'workers', 'search'],
  '@remix-run/node': ['routes', 'http', 'components', 'entries', 'server'],
  '@remix-run/react': ['routes', 'http', 'components', 'entries'],
  '@remix-run/dev': ['config'],
  otpauth: ['system'],
  pdfkit: ['http'],
  uqr: ['components'],
  react: ['routes', 'http', 'components', 'entries'],
  'react-dom': ['entries', 'components'],
  vitest: ['config'],
  prisma: ['config'],
}

const freeOfHomes = new Set<Zone>(['prisma', 'scripts', 'bench', 'tests'])
const withoutBuiltins = new Set<Zone>(['domain', 'components'])
const bannedFolders = new Set(['utils', 'helpers', 'misc', 'common', 'shared', 'services', 'lib'])
const lineLimit = 250
const appZones = new Set<string>(zones)

/** The zone of a file of the project (path from its root), or null for a place that has none. */
export function zoneOf(file: string): Zone | null {
  const [top = '', second = ''] = file.split('/')
  if (top === 'app') {
    if (file === 'app/server.ts') return 'server'
    if (!file.slice('app/'.length).includes('/')) return 'entries'
    return appZones.has(second) ? (second as Zone) : null
  }
  if (!file.includes('/')) return 'config'
  const others: Zone[] = ['search', 'workers', 'prisma', 'scripts', 'bench', 'tests']
  return others.find((zone) => zone === top) ?? null
}

const isServerFile = (file: string) => /\.server\.[a-z]+$/.test(file)

/** What a file imports: aliases and relative paths turned into paths from the root, packages as they are named. */
function importsOf({ path: file, source }: SourceFile) {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => {
    const name = fileName.replace(/\?.*$/, '')
    if (name.startsWith('#')) return { name, target: name.slice(1) }
    if (name.startsWith('.')) return { name, target: path.posix.join(path.posix.dirname(file), name) }
    return { name, target: null }
  })
}

const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

function checkOwn(file: SourceFile, zone: Zone, target: string): string[] {
  const found: string[] = []
  const to = zoneOf(target)
  const isPostgresEngine = /^search\/postgres/.test(file.path)
  const allowed = to === zone || (to && mayImport[zone].includes(to)) || (isPostgresEngine && to === 'db')
  if (!allowed) found.push(`${zone} may not import ${to ?? target}`)
  if (target.startsWith('app/db/generated') && zone !== 'db')
    found.push('only app/db imports the generated Prisma client')
  return found
}

function checkLibrary(file: SourceFile, zone: Zone, name: string): string[] {
  if (freeOfHomes.has(zone)) return []
  if (name.startsWith('node:')) return withoutBuiltins.has(zone) ? [`${zone} may not import ${name}`] : []
  const library = packageOf(name)
  if (zone === 'domain' && library !== 'zod') return [`domain may not import ${library}`]
  const places = homes[library]
  if (!places) return [`${library} has no home`]
  const atHome = places.some(
    (place) => place === zone || place === file.path || file.path.startsWith(`${place}/`),
  )
  return atHome ? [] : [`${library} is not at home in ${zone}`]
}

function checkShape({ path: file, source }: SourceFile): string[] {
  const found: string[] = []
  const folders = file.split('/').slice(0, -1)
  const name = path.posix.basename(file)
  for (const folder of folders)
    if (bannedFolders.has(folder)) found.push(`the folder name ${folder} is banned`)
  if (/^index\.[a-z]+$/.test(name)) found.push('index files hide cycles')
  if (!file.startsWith('app/routes/') && !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name))
    found.push('file names are kebab-case')
  const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0)
  if (lines > lineLimit) found.push(`${lines} lines are more than ${lineLimit}`)
  return found
}

/** Returns every rule of the house that a file breaks, as `path: rule`. */
export function violations(file: SourceFile): string[] {
  const zone = zoneOf(file.path)
  const found = checkShape(file)
  if (!zone) found.push('this place is not in the architecture')
  else if (!file.path.endsWith('.css'))
    for (const { name, target } of importsOf(file)) {
      if (target === null) found.push(...checkLibrary(file, zone, name))
      else found.push(...checkOwn(file, zone, target))
      if (name.startsWith('..') && target && zoneOf(target) !== zone)
        found.push(`${name} climbs out of its folder: use an alias`)
      const mayMeetServer = isServerFile(file.path) || ['routes', 'entries', 'server'].includes(zone)
      const inApplication = /^(app|search)\//.test(file.path)
      if (inApplication && !mayMeetServer && target && isServerFile(target))
        found.push(`only a .server file imports ${name}`)
    }
  return [...new Set(found)].map((rule) => `${file.path}: ${rule}`)
}
