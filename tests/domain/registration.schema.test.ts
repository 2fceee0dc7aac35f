import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  agreementsFormSchema,
  communeFormSchema,
  nameFormSchema,
  occupationFormSchema,
  travelFormSchema,
} from '#app/domain/registration.schema.ts'

const fieldsRefused = (schema: z.ZodType, form: unknown) => [
  ...new Set(schema.safeParse(form).error?.issues.map(({ path }) => String(path[0])) ?? []),
]

describe('the name', () => {
  test.each([
    'A',
    'Jean-Marc',
    'N’Diaye',
    "D'Angelo",
    'Nguyễn',
    'Łukasz',
    'محمد',
    '李',
    'Ωμέγα',
    'de la Tour',
  ])('%s is one', (lastName) => {
    const parsed = nameFormSchema.parse({ firstName: ' Zoé  ', lastName })
    expect(parsed).toEqual({ firstName: 'Zoé', lastName: lastName.normalize('NFC') })
  })
  test.each(['', '   ', '\u202e', '123', '...', '🎉', 'a'.repeat(61)])('%j is none', (firstName) => {
    expect(fieldsRefused(nameFormSchema, { firstName, lastName: 'Benali' })).toEqual(['firstName'])
  })
  test('sixty letters of several bytes are counted as letters', () => {
    expect(fieldsRefused(nameFormSchema, { firstName: '𝒜'.repeat(60), lastName: 'B' })).toEqual([])
  })
  test('both are asked, each with one sentence', () => {
    const { error } = nameFormSchema.safeParse({})
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'Écrivez votre prénom.',
      'Écrivez votre nom de famille.',
    ])
  })
})

describe('the others', () => {
  test.each([
    [communeFormSchema, { commune: '' }, ['commune']],
    [communeFormSchema, { commune: 'a'.repeat(121) }, ['commune']],
    [communeFormSchema, { commune: 'Laon', communeCode: 'x'.repeat(61) }, ['communeCode']],
    [occupationFormSchema, { words: 'a'.repeat(101) }, ['words']],
    [occupationFormSchema, { kinds: ['slavery'] }, ['kinds']],
    [occupationFormSchema, { kinds: ['job'] }, ['kinds']],
    [travelFormSchema, {}, ['means', 'minutes']],
    [travelFormSchema, { means: 'rocket', minutes: '30' }, ['means']],
    [travelFormSchema, { means: 'car', minutes: '31' }, ['minutes']],
  ] as const)('%# is refused', (schema, form, fields) => {
    expect(fieldsRefused(schema, form)).toEqual(fields)
  })

  test('a field sent twice counts once', () => {
    expect(communeFormSchema.parse({ commune: ['Laon', 'Hirson'], communeCode: ['a', 'b'] })).toEqual({
      commune: 'Laon',
      communeCode: 'a',
    })
  })
  test('nothing sent is no agreement', () => {
    expect(agreementsFormSchema.parse({})).toEqual({ messages: false, visibility: false })
    expect(agreementsFormSchema.parse({ messages: 'on', visibility: 'true' })).toEqual({
      messages: true,
      visibility: false,
    })
  })
})
