import { describe, expect, test } from 'vitest'
import { intentsIn, readsIntent } from './intents.ts'
import { ROUTES } from './manifest.ts'
import { table } from './table.ts'

const HOW = 'see the top of tests/matrix/table.ts'
const ids = ROUTES.map(({ id }) => id)
const exportsOf = (source: string, name: string) =>
  new RegExp(`^export (async function|function|const) ${name}\\b`, 'm').test(source)
const isPage = (source: string) => /^export default\b/m.test(source)

test('every route of the manifest has its row, and every row its route', () => {
  expect(ids.length).toBeGreaterThan(20)
  const missing = ids.filter((id) => !table[id]).map((id) => `add a row for '${id}' to the table (${HOW})`)
  const unknown = Object.keys(table).filter((id) => !ids.some((other) => other === id))
  expect([...missing, ...unknown.map((id) => `'${id}' is no route: take its row away`)]).toEqual([])
})

test.each(ROUTES)('the row of $id names all that it reads and does', ({ id, file, source }) => {
  const row = table[id]
  if (!row) return
  const wanted: string[] = []
  const isRead = isPage(source) || exportsOf(source, 'loader')
  if (isRead !== (row.reads !== undefined))
    wanted.push(isRead ? `add reads to '${id}' (${HOW})` : `${file} is not read: take reads away`)
  const isWritten = exportsOf(source, 'action')
  const declared = Object.keys(row.writes ?? {})
  if (isWritten !== declared.length > 0)
    wanted.push(isWritten ? `add writes to '${id}' (${HOW})` : `${file} has no action: take writes away`)
  const { intents, unread } = intentsIn(source)
  for (const name of unread) wanted.push(`keep ${name} in ${file}: the intents are read from there`)
  if (isWritten)
    for (const intent of intents)
      if (!declared.includes(intent))
        wanted.push(`add the intent "${intent}" to the writes of '${id}' (${HOW})`)
  if (readsIntent(source))
    for (const intent of declared)
      if (intent !== '' && !source.includes(intent)) wanted.push(`${file} knows no intent "${intent}"`)
  if (isPage(source) && row.copies === 'private' && !exportsOf(source, 'headers'))
    wanted.push(`${file} exports no headers = privateHeaders`)
  expect(wanted).toEqual([])
})

describe('the intents of an action are read from its source', () => {
  test.each([
    ["if (intent === 'see') a()\nelse if ('start' === intent) b()", ['see', 'start']],
    ["if (textOf(raw, 'intent') === 'demo') a()", ['demo']],
    ["if (intent !== 'accept' && intent !== 'decline') throw no()", ['accept', 'decline']],
    ["switch (intent) { case 'one': a(); break; case 'two': b() }", ['one', 'two']],
    [
      "const VERBS = { see: a, 'hire-all': b } as const\nif (Object.hasOwn(VERBS, intent)) c()",
      ['hire-all', 'see'],
    ],
    ['const VERBS = { see: a } satisfies X\nVERBS[intent as keyof typeof VERBS]()', ['see']],
    ["if (kind === 'job') a()", []],
  ])('%s', (source, intents) => {
    expect(intentsIn(source)).toEqual({ intents, unread: [] })
  })

  test('a table kept elsewhere is told', () => {
    const source = "import { VERBS } from './verbs.ts'\nif (Object.hasOwn(VERBS, intent)) a()"
    expect(intentsIn(source)).toEqual({ intents: [], unread: ['VERBS'] })
  })
})
