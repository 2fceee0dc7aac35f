import { expect, test } from 'vitest'
import { holidaysAround } from '#workers/contact/holidays.ts'

// The eleven of article L3133-1 of the Labour Code; movable ones as published by the State for these years.
test.each([
  [2026, ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25']],
  [2027, ['01-01', '03-29', '05-01', '05-06', '05-08', '05-17', '07-14', '08-15', '11-01', '11-11', '12-25']],
  [2024, ['01-01', '04-01', '05-01', '05-08', '05-09', '05-20', '07-14', '08-15', '11-01', '11-11', '12-25']],
])('the public holidays of %i', (year, days) => {
  const found = [...holidaysAround(new Date(`${year}-06-15T00:00:00Z`))].filter((day) =>
    day.startsWith(String(year)),
  )
  expect(found.sort()).toEqual(days.map((day) => `${year}-${day}`))
})

test('the years before and after are known, for what is decided on New Year’s Eve', () => {
  const days = holidaysAround(new Date('2026-12-31T23:30:00Z'))
  expect([...days].filter((day) => day.endsWith('-01-01')).sort()).toEqual([
    '2025-01-01',
    '2026-01-01',
    '2027-01-01',
  ])
})
