import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearsText } from '#app/domain/cv.labels.ts'
import { cvAnswerSchemas, cvTitleSchema } from '#app/domain/cv.schema.ts'
import { CV_QUESTIONS, type CvEntry, inCvOrder, questionAfter, questionBefore } from '#app/domain/cv.ts'

const entry = (overrides: Partial<CvEntry>): CvEntry => ({
  id: '00000000-0000-4000-8000-000000000000',
  profileId: '00000000-0000-4000-8000-000000000001',
  kind: 'experience',
  title: 'Vendanges',
  place: null,
  fromYear: null,
  toYear: null,
  isOngoing: false,
  details: null,
  createdAt: new Date('2026-06-02T08:00:00Z'),
  updatedAt: new Date('2026-06-02T08:00:00Z'),
  ...overrides,
})

const year = fc.option(fc.integer({ min: 1940, max: 2026 }), { nil: null })
const anyEntry = fc
  .record({ fromYear: year, toYear: year, isOngoing: fc.boolean(), id: fc.uuid() })
  .map((one) => entry({ ...one, toYear: one.isOngoing ? null : one.toYear }))

describe('the order of a CV', () => {
  test('what goes on, then the latest, then what has no year', () => {
    const told = [
      entry({ title: 'sans année' }),
      entry({ title: 'finie en 2019', fromYear: 2010, toYear: 2019 }),
      entry({ title: 'en cours', fromYear: 2015, isOngoing: true }),
      entry({ title: 'en 2021', fromYear: 2021 }),
    ]
    expect(inCvOrder(told).map(({ title }) => title)).toEqual([
      'en cours',
      'en 2021',
      'finie en 2019',
      'sans année',
    ])
  })

  test('is the same however the entries come, and loses none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ id }) => id }), (entries) => {
        expect(inCvOrder([...entries].reverse())).toEqual(inCvOrder(entries))
        expect(new Set(inCvOrder(entries))).toEqual(new Set(entries))
      }),
    )
  })
})

test.each([
  [{}, ''],
  [{ fromYear: 2021 }, '2021'],
  [{ fromYear: 2021, toYear: 2021 }, '2021'],
  [{ fromYear: 2019, toYear: 2023 }, '2019 – 2023'],
  [{ toYear: 2020 }, 'jusqu’en 2020'],
  [{ fromYear: 2021, isOngoing: true }, 'depuis 2021'],
  [{ isOngoing: true }, 'en ce moment'],
])('the years %j are said %j', (years, said) => {
  expect(yearsText(entry(years))).toBe(said)
})

test('the questions lead forth and back through all of them', () => {
  const [first, ...others] = CV_QUESTIONS
  expect(questionBefore(first)).toBeNull()
  for (const question of others) {
    const before = questionBefore(question)
    expect(before && questionAfter(before)).toBe(question)
  }
  expect(questionAfter(CV_QUESTIONS[CV_QUESTIONS.length - 1] ?? first)).toBeNull()
})

describe('answers', () => {
  const { years, place, details } = cvAnswerSchemas(2026)
  const sentences = (form: Record<string, string>) => {
    const parsed = years.safeParse(form)
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
  }

  test('a name is at least two letters, of a hundred at most', () => {
    for (const title of ['', ' ', 'a', 'é'.repeat(101)])
      expect([title, cvTitleSchema.safeParse({ title }).success]).toEqual([title, false])
    expect(cvTitleSchema.parse({ title: '  Aide   à domicile ' })).toEqual({ title: 'Aide à domicile' })
  })

  test('what is left empty is not known', () => {
    expect(place.parse({ place: ' ' })).toEqual({ place: null })
    expect(details.parse({})).toEqual({ details: null })
    expect(years.parse({})).toEqual({ fromYear: null, toYear: null, isOngoing: false })
  })

  test('what goes on has no last year', () => {
    expect(years.parse({ fromYear: '2020', toYear: '2022', isOngoing: 'on' })).toEqual({
      fromYear: 2020,
      toYear: null,
      isOngoing: true,
    })
  })

  test.each([
    [{ fromYear: '21' }, [['fromYear', 'Écrivez l’année avec quatre chiffres. Exemple : 2021']]],
    [{ fromYear: 'hier' }, [['fromYear', 'Écrivez l’année avec quatre chiffres. Exemple : 2021']]],
    [{ fromYear: '1939' }, [['fromYear', 'Écrivez une année entre 1940 et 2026.']]],
    [{ toYear: '2027' }, [['toYear', 'Écrivez une année entre 1940 et 2026.']]],
    [{ fromYear: '2022', toYear: '2020' }, [['toYear', 'L’année de fin vient après l’année de début.']]],
    [{ fromYear: '1940', toYear: '2026' }, []],
  ])('%j', (form, said) => {
    expect(sentences(form as Record<string, string>)).toEqual(said)
  })

  test('whatever is typed, years are refused or in order', () => {
    fc.assert(
      fc.property(fc.record({ fromYear: fc.string(), toYear: fc.string() }), (form) => {
        const parsed = years.safeParse(form)
        const { fromYear = null, toYear = null } = parsed.success ? parsed.data : {}
        expect(fromYear === null || toYear === null || fromYear <= toYear).toBe(true)
      }),
    )
  })
})
