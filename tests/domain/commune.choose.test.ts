import { expect, test } from 'vitest'
import { chooseCommune } from '#app/domain/commune.choose.ts'
import { COMMUNES } from '#tests/factories/commune.ts'

const { laon, vervins, fontaineLesVervins } = COMMUNES
const choose = (
  typed: string,
  chosenCode: string | null = null,
  candidates = [vervins, fontaineLesVervins],
) => chooseCommune({ typed, chosenCode }, candidates)

test('the only one that answers is the one meant', () => {
  expect(choose('lao', null, [laon])).toEqual({ kind: 'found', commune: laon })
})
test('none is unknown', () => {
  expect(choose('Atlantide', null, [])).toEqual({ kind: 'unknown' })
})
test('several are told, unless one bears exactly this name or was picked', () => {
  expect(choose('02140')).toEqual({ kind: 'several', communes: [vervins, fontaineLesVervins] })
  expect(choose('VERVINS (02140)')).toEqual({ kind: 'found', commune: vervins })
  expect(choose('02140', fontaineLesVervins.inseeCode)).toEqual({
    kind: 'found',
    commune: fontaineLesVervins,
  })
})
test('two of exactly the same name are still several', () => {
  const namesake = { ...vervins, inseeCode: '59999' }
  expect(choose('Vervins', null, [vervins, namesake]).kind).toBe('several')
})
test('a pick that does not answer to what is typed is left aside', () => {
  expect(choose('Laon', vervins.inseeCode, [laon])).toEqual({ kind: 'found', commune: laon })
})
