import { describe, expect, test } from 'vitest'
import { registrationOnBehalfSchema } from '#app/domain/registration-on-behalf.schema.ts'

const base = {
  firstName: ' Fatou ',
  lastName: 'Diop',
  birthMonth: '5',
  phone: '',
  email: '',
  commune: 'Laon 02000',
  occupation: 'A1405',
  travelMeans: 'bicycle',
  travelMaxMinutes: '30',
  how: 'phone',
  registration: 'on',
}
describe('the form', () => {
  test.each([
    [{ firstName: ' ' }, 'firstName'],
    [{ lastName: '12' }, 'lastName'],
    [{ birthMonth: '13' }, 'birthMonth'],
    [{ birthMonth: '0' }, 'birthMonth'],
    [{ email: 'a@b' }, 'email'],
    [{ commune: '' }, 'commune'],
    [{ travelMeans: 'rocket' }, 'travelMeans'],
    [{ how: 'online' }, 'how'],
    [{ registration: undefined }, 'registration'],
    [{ seen: 'x' }, 'seen'],
  ])('%j is refused', (more, field) => {
    const parsed = registrationOnBehalfSchema.safeParse({ ...base, ...more })
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field)
  })
})
