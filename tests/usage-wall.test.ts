import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { USAGE_COLUMNS, USAGE_TABLES } from '#app/domain/usage-facts.ts'
import { schemaFacts } from '#tests/setup/schema-facts.ts'
import { readersOfUsageIn, waysToUsageFacts } from '#tests/setup/usage-wall.ts'

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'app'])
const sources = new Map(
  String(listed)
    .split('\0')
    .filter((file) => /\.tsx?$/.test(file) && existsSync(file))
    .map((file) => [file, readFileSync(file, 'utf8')] as const),
)
const schema = schemaFacts(readFileSync(new URL('../prisma/schema.prisma', import.meta.url), 'utf8'))
const withFiles = (files: Record<string, string>) => new Map([...sources, ...Object.entries(files)])

test('no page and no export of a role that could sanction reaches a usage fact', () => {
  expect(waysToUsageFacts(sources)).toEqual([])
})

test('what is watched is in the schema', () => {
  for (const table of USAGE_TABLES) expect(schema).toContain(`table ${table}`)
  for (const [table, column] of USAGE_COLUMNS)
    expect(schema.some((fact) => fact.startsWith(`column ${table}.${column} `))).toBe(true)
})

test('the functions that read usage facts are seen', () => {
  const readers = readersOfUsageIn(sources)
  for (const reader of ['sessions.server.ts#findSignedIn', 'answer-links.server.ts#findAnswerLink'])
    expect(readers).toContain(`app/db/${reader}`)
  expect(readers).not.toContain('app/db/sessions.server.ts#endSession')
  expect(readers).not.toContain('app/db/proposals.server.ts#listProposals')
})

const PAGE = 'app/routes/bureau.espion.tsx'
const page = (role: string, imported: string) => `
  import { requireActor } from '#app/http/actor.server.ts'
  import { spy } from '${imported}'
  export async function loader({ request }) {
    await requireActor(request, '${role}')
    return spy()
  }`
const QUERY = 'app/queries/spy.server.ts'
const query = `
  import { db } from '#app/db/client.server.ts'
  import { innocent, readUsage as read } from '#app/db/spy.server.ts'
  export const spy = () => read(db())`
const DB = 'app/db/spy.server.ts'
const reading = (text: string) => `
  export const innocent = (db) => db.profile.findMany()
  export async function readUsage(db) { return ${text} }`

describe('a planted way is seen', () => {
  test.each([
    ['a connection', 'db.session.findMany()'],
    ['a connection in SQL', 'db.$queryRaw`select * from session`'],
    ['a connection through its account', 'db.account.findMany({ select: { sessions: true } })'],
    ['the last visit', 'db.account.findMany({ select: { id: true, lastSeenAt: true } })'],
    ['the last visit of a row', '(await db.account.findMany()).map((row) => row.lastSeenAt)'],
    ['the last visit in SQL', 'db.$queryRaw`select max(last_seen_at) from account`'],
    ['a code asked for', 'db.signInCode.count()'],
    ['an answer to a message', 'db.answerLink.groupBy({ by: ["answer"] })'],
    ['refusals', "db.match.findMany({ where: { state: 'declined' } })"],
    ['refusals among others', "db.match.findMany({ where: { state: { in: ['declined', 'applied'] } } })"],
    ['refusals in SQL', "db.$queryRaw`select * from match where state = 'declined'`"],
  ])('%s', (_, text) => {
    for (const role of ['relation_officer', 'referent', 'facilitator', 'administrator', 'hotline']) {
      const files = { [PAGE]: page(role, '#app/queries/spy.server.ts'), [QUERY]: query, [DB]: reading(text) }
      expect(waysToUsageFacts(withFiles(files), [PAGE])).toEqual([
        `${PAGE}#loader → ${QUERY}#spy → ${DB}#readUsage`,
      ])
    }
  })

  test('from an export without a page, through a use case', () => {
    const route = 'app/routes/export[.]csv.ts'
    const files = {
      [route]: page('administrator', '#app/use-cases/spy.server.ts'),
      'app/use-cases/spy.server.ts': query,
      [DB]: reading('db.session.count()'),
    }
    expect(waysToUsageFacts(withFiles(files), [route])).toHaveLength(1)
  })

  test('for a role asked for by a function of its own', () => {
    const files = {
      [PAGE]: page('x', '#app/queries/spy.server.ts')
        .replace("requireActor(request, 'x')", 'requireDesk(request)')
        .replace('{ requireActor }', '{ requireDesk }')
        .replace('actor.server.ts', 'desk.server.ts'),
      'app/http/desk.server.ts': `
        import { requireActor } from './actor.server.ts'
        export const requireDesk = (request) => requireActor(request, 'hotline')`,
      [QUERY]: query,
      [DB]: reading('db.session.count()'),
    }
    expect(waysToUsageFacts(withFiles(files), [PAGE])).toHaveLength(1)
  })
})

test.each([
  ['a candidate’s own page', page('candidate', '#app/queries/spy.server.ts'), 'db.session.findMany()'],
  ['an innocent function of the same module', page('hotline', '#app/queries/spy.server.ts'), 'innocent(db)'],
  ['what is written', page('hotline', '#app/queries/spy.server.ts'), 'db.session.updateMany({ data: {} })'],
  [
    'refusals left out',
    page('hotline', '#app/queries/spy.server.ts'),
    "db.match.findMany({ where: { state: { not: 'declined' } } })",
  ],
])('%s raises nothing', (_, route, text) => {
  expect(waysToUsageFacts(withFiles({ [PAGE]: route, [QUERY]: query, [DB]: reading(text) }), [PAGE])).toEqual(
    [],
  )
})
