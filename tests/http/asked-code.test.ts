import { expect, test } from 'vitest'
import { codeExpiresAt, SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import { type AskedCode, askedCode, codeAsked, uselessBecause } from '#app/http/asked-code.server.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { requestTo, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const asked: AskedCode = { codeId: unknownId(), channel: 'email', askedAt: NOW, tries: 2 }
const cookieOf = (code: AskedCode) => codeAsked(code).split(';')[0] ?? ''
const waitedFor = (cookie?: string) => askedCode(requestTo('/connexion/code', cookie ? { cookie } : {}))

test('a browser waits for the code that it asked for, and for nothing else', () => {
  expect(waitedFor(cookieOf(asked))).toEqual(asked)
  expect(waitedFor()).toBeNull()
  expect(waitedFor(cookieOf(asked).replace('=', '=x'))).toBeNull()
  expect(waitedFor(cookieOf({ ...asked, codeId: '' }))).toBeNull()
})

test('a code is worth trying until it expires or its tries are spent', () => {
  const last = new Date(codeExpiresAt(NOW).getTime() - 1)
  expect(uselessBecause({ ...asked, tries: SIGN_IN_CODE.maxTries - 1 }, last)).toBeNull()
  expect(uselessBecause({ ...asked, tries: SIGN_IN_CODE.maxTries }, last)).toMatchObject({
    code: 'too_many_tries',
  })
  expect(uselessBecause(asked, codeExpiresAt(NOW))).toMatchObject({ code: 'code_expired' })
})
