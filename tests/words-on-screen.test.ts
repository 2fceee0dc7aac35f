import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What somebody who does not see the page cannot follow (RGAA 10.9 and 10.10): a shape or a place, and no name. */
const PLACES =
  /\b(?:en haut|en bas|ci-dessus|ci-dessous|ci-contre|plus haut|plus bas|à (?:droite|gauche) d|bouton (?:rond|carré|vert|rouge|bleu))\b/i

const FOLDERS = [
  'app/components',
  'app/routes',
  'app/domain',
  'app/http',
  'app/queries',
  'app/system',
  'workers/templates',
]

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
)

const spoken = (file: string) =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')

test('no sentence on screen tells things by their place or shape alone', () => {
  expect(sources.length).toBeGreaterThan(200)
  expect(sources.filter((file) => PLACES.test(spoken(file)))).toEqual([])
  expect(PLACES.test('le numéro est en haut de la page')).toBe(true)
})

/** Two forms of a word in one: read aloud with difficulty, and kept for labels. */
const BOTH_FORMS = /[^'"`<>{}]*\p{L}·\p{L}[^'"`<>{}]*/gu
const SENTENCE = /[.?!]|\bvous\b/i

const bothFormsIn = (text: string) => (text.match(BOTH_FORMS) ?? []).filter((found) => SENTENCE.test(found))

test('a middle dot stands in labels alone, never in a sentence', () => {
  expect(sources.flatMap((file) => bothFormsIn(spoken(file)))).toEqual([])
  expect(bothFormsIn('<p>Vous êtes connecté·e</p> <b>Référent·e</b>')).toEqual(['Vous êtes connecté·e'])
})
