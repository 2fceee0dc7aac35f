import { describe, expect, test } from 'vitest'
import { REFUSAL_CODES } from '#app/domain/errors.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { formRefusal, messageOf, requireId, statusOf, throwRefusal } from '#app/http/respond.server.ts'
import { answerOf, unknownId } from '#tests/setup/request.ts'

test('every refusal has a status of the client’s and a French sentence', () => {
  for (const code of REFUSAL_CODES) {
    expect(statusOf(code)).toBeGreaterThanOrEqual(400)
    expect(statusOf(code)).toBeLessThan(500)
    expect(messageOf(code)).toMatch(/^\p{Lu}.*[.?]$/u)
  }
})

test('a refused form keeps what was typed and says why once', () => {
  const beside = formRefusal({ code: 'invalid_input', fields: { title: ['Trop court.'] } }, { title: 'a' })
  expect(beside.data).toEqual({ values: { title: 'a' }, errors: { title: ['Trop court.'] }, formErrors: [] })
  const onTop = formRefusal({ code: 'stale_version', fields: {} }, { title: 'a' })
  expect(onTop.data.formErrors).toEqual([messageOf('stale_version')])
  expect(onTop.init?.status).toBe(409)
})

test('a thrown refusal carries its sentence and nothing else', async () => {
  const answer = await answerOf(() => throwRefusal({ code: 'link_used' }))
  expect(answer).toMatchObject({ status: 410, body: { message: messageOf('link_used') } })
})

test('an address that holds no identifier is not found', async () => {
  const id = unknownId()
  expect(requireId(id)).toBe(id)
  for (const forged of [undefined, '', '1', "' or 1=1", `${id}x`])
    expect((await answerOf(() => requireId(forged))).status).toBe(404)
})

describe('the path to go back to', () => {
  test.each(['/', '/mes-offres', '/offres/1/postuler?a=b#c'])('%s is ours', (path) => {
    expect(localPath(path)).toBe(path)
  })
  test.each([
    'https://mechant.example',
    '//mechant.example',
    '//here.invalid/mes-offres',
    '/\\mechant.example',
    '/\t/mechant.example',
    '/x\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    'offres',
    '',
    null,
    `/${'x'.repeat(2001)}`,
  ])('%s is not', (path) => {
    expect(localPath(path)).toBeNull()
  })
})
