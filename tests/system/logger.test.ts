import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createLogger, impersonalError, withoutPersonalData } from '#app/system/logger.server.ts'

function capture() {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })
  return { log: createLogger('info', stream), read: () => JSON.parse(text) as Record<string, unknown> }
}

describe('the log', () => {
  test('is one JSON line with the level as a word and an ISO time', () => {
    const { log, read } = capture()
    log.info({ offerId: 'o-1' }, 'offer published')
    expect(read()).toMatchObject({ level: 'info', offerId: 'o-1', msg: 'offer published' })
    expect(read().time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  test('hides names, addresses, numbers and secrets at any depth', () => {
    const { log, read } = capture()
    log.info({
      accountId: 'a-1',
      account: { first_name: 'Nadia', lastName: 'Leroy', phone: '+33639980001' },
      list: [{ email: 'nadia@example.org', sessionToken: 'kept', token: 'abc' }],
    })
    const line = JSON.stringify(read())
    expect(line).toContain('a-1')
    for (const leak of ['Nadia', 'Leroy', '639980001', 'nadia@', 'abc']) expect(line).not.toContain(leak)
  })

  test('masks addresses and numbers inside texts, and keeps ids and dates', () => {
    const id = '0197f2f4-5b7e-7c1a-9c55-0123456789ab'
    expect(withoutPersonalData('mail to nadia.leroy@example.org failed')).toBe('mail to [email] failed')
    expect(withoutPersonalData('06 39 98 00 01 refused')).toBe('[phone] refused')
    expect(withoutPersonalData(`+33639980001 for ${id}`)).toBe(`[phone] for ${id}`)
    expect(withoutPersonalData('on 2026-06-03T08:00:00.000Z')).toBe('on 2026-06-03T08:00:00.000Z')
  })

  test('writes an error with its code and stack, without the values a database quotes', () => {
    const { log, read } = capture()
    const error = Object.assign(new Error('duplicate key for nadia@example.org'), {
      code: '23505',
      detail: 'Key (email)=(nadia@example.org) already exists.',
    })
    log.error({ err: error }, 'failed')
    expect(read().err).toMatchObject({ type: 'Error', errorCode: '23505' })
    expect(JSON.stringify(read())).not.toContain('nadia@')
    expect(JSON.stringify(read())).toContain('logger.test.ts')
  })

  test('says what went wrong in a query and not what was asked', () => {
    const asked =
      'Invalid `prisma.account.create()` invocation:\n\n{ firstName: "Nadia" }\n\nUnknown argument `age`.'
    const error = Object.assign(new Error(asked), { name: 'PrismaClientValidationError' })
    const { log, read } = capture()
    log.error({ err: error }, 'failed')
    expect(read().err).toMatchObject({ message: 'Unknown argument `age`.' })
    expect(JSON.stringify(read())).not.toContain('Nadia')
    const kept = impersonalError(error)
    expect(kept.message).toBe('Unknown argument `age`.')
    expect(kept.stack).toContain('logger.test.ts')
    expect(kept.stack).not.toContain('Nadia')
  })

  test('a failure to keep names no address and no number', () => {
    const kept = impersonalError(new Error('550 <nadia@example.org> unknown, tried +33639980001'))
    expect(kept.message).toBe('550 <[email]> unknown, tried [phone]')
    expect(kept.stack).not.toMatch(/nadia@|639980001/)
    expect(impersonalError('nadia@example.org').message).toBe('[email]')
  })

  test('survives a value that contains itself', () => {
    const loop: Record<string, unknown> = { id: 1 }
    loop.self = loop
    expect(JSON.stringify(withoutPersonalData(loop))).toContain('[deep]')
  })
})
