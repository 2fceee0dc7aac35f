import { expect, test } from 'vitest'
import { communesNamed } from '#app/domain/commune.search.ts'
import { searchName } from '#app/domain/commune.ts'
import { COMMUNES } from '#tests/factories/commune.ts'

const communes = Object.values(COMMUNES)
  .map((commune) => ({
    ...commune,
    searchName: searchName(commune.name),
    formerNames: commune.formerNames.map(searchName),
  }))
  .sort((a, b) => b.population - a.population)

test.each([
  ['the start of a name', 'lao', ['Laon']],
  ['a name with its accents and capitals', 'CHÂTEAU-THIERRY', ['Château-Thierry']],
  ['"saint" in short', 'st quentin', ['Saint-Quentin']],
  ['a word inside, after the name itself', 'vervins', ['Vervins', 'Fontaine-lès-Vervins']],
  ['a name of before', 'guignicourt', ['Villeneuve-sur-Aisne']],
  ['a postal code', '02140', ['Vervins', 'Fontaine-lès-Vervins']],
  ['a name and a postal code', 'fontaine 02140', ['Fontaine-lès-Vervins']],
  ['a name and the postal code of another', 'laon 02140', []],
  ['the end of a word', 'ervins', []],
  ['signs alone', '-- %_', []],
])('%s: %s', (_, text, names) => {
  expect(communesNamed(communes, text, 8).map(({ name }) => name)).toEqual(names)
})

test('the most peopled come first, at most as many as asked', () => {
  expect(communesNamed(communes, 's', 2).map(({ name }) => name)).toEqual(['Saint-Quentin', 'Soissons'])
  expect(communesNamed(communes, 's', 1).map(({ name }) => name)).toEqual(['Saint-Quentin'])
})
