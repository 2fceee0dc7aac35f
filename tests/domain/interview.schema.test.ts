import { expect, test } from 'vitest'
import { interviewFormSchema } from '#app/domain/interview.schema.ts'

const parse = (interviewDay: string, interviewTime: string) =>
  interviewFormSchema.safeParse({ interviewDay, interviewTime })

test('a day and a time are a moment in Paris, summer and winter', () => {
  expect(parse('2026-06-10', '14:30').data).toEqual({ interviewAt: new Date('2026-06-10T12:30:00Z') })
  expect(parse('10/12/2026', '9h').data).toEqual({ interviewAt: new Date('2026-12-10T08:00:00Z') })
  expect(parse('2026-06-10', '9 h 05').data).toEqual({ interviewAt: new Date('2026-06-10T07:05:00Z') })
})
test('both empty is a moment to fix by telephone', () => {
  expect(parse('', '').data).toEqual({ interviewAt: null })
  expect(interviewFormSchema.safeParse({}).data).toEqual({ interviewAt: null })
})
test.each([
  ['2026-06-10', '', 'interviewTime'],
  ['', '14:30', 'interviewDay'],
  ['2026-06-31', '14:30', 'interviewDay'],
  ['2026-06-10', '25:00', 'interviewTime'],
  ['2026-06-10', 'midi', 'interviewTime'],
])('"%s" with "%s" is asked again', (day, time, field) => {
  expect(parse(day, time).error?.issues[0]?.path).toEqual([field])
})
