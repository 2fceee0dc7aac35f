import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** How many requirements of levels 1 and 2 each section of ASVS 5.0 has; in all of them they are the first ones. */
const SECTIONS: Record<string, number> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
}

const page = readFileSync('docs/asvs.md', 'utf8')
const rows = page
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, span = '', , standing = '', by = '']) => ({ span, standing, by }))

const all = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
)

function within(span: string): string[] {
  const [from = '', to = from] = span.split('–')
  return all.slice(all.indexOf(from), all.indexOf(to) + 1)
}

test('every requirement of levels 1 and 2 has one standing', () => {
  expect(all).toHaveLength(253)
  expect(rows.flatMap(({ span }) => within(span))).toEqual(all)
  for (const { standing } of rows) expect(['met', 'not yet', 'not applicable']).toContain(standing)
})

test('the numbers at the top are those of the table', () => {
  const count = (wanted: string) =>
    rows.flatMap(({ span, standing }) => (standing === wanted ? within(span) : [])).length
  expect(page).toContain(
    `**${count('met')} met, ${count('not yet')} not yet, ${count('not applicable')} not applicable.**`,
  )
})

test('each file named is there', () => {
  const named = [...page.matchAll(/`([\w.-]*\/[\w./$-]+|\.env\.example|package-lock\.json)`/g)].map(
    ([, file = '']) => file,
  )
  expect(named.length).toBeGreaterThan(100)
  expect([...new Set(named)].filter((file) => !existsSync(file))).toEqual([])
})

test('what is met for a reason that can be checked names a file', () => {
  const met = rows.filter(({ standing }) => standing === 'met')
  expect(met.filter(({ by }) => !/`[^`]+[./][^`]+`/.test(by)).map(({ span }) => span)).toEqual(['6.4.2'])
})
