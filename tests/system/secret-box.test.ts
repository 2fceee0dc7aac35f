import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  authenticatorUri,
  hashRecoveryCode,
  newRecoveryCode,
  proposedSecret,
  stepOfCode,
} from '#app/system/one-time-password.server.ts'
import { openText, sealText } from '#app/system/secret-box.server.ts'
import { newReference } from '#app/system/secrets.server.ts'
import { codeAt, wrongCodeAt } from '#tests/factories/second-factor.ts'

const OWN = 'the-owner'
beforeAll(() => {
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing'
})
afterEach(() => {
  delete process.env.SESSION_SECRET
})

describe('a sealed text', () => {
  test('opens for its owner, is never twice the same, and never holds what it seals', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (text) => {
        const sealed = sealText(text, OWN)
        expect(openText(sealed, OWN)).toBe(text)
        expect(sealText(text, OWN)).not.toBe(sealed)
        expect(Buffer.from(sealed, 'base64url').includes(text)).toBe(false)
      }),
    )
  })

  test('opens for nobody else, under no other key, and not once a bit of it has changed', () => {
    const sealed = sealText('secret', OWN)
    expect(openText(sealed, 'another')).toBeNull()
    for (let at = 0; at < Buffer.from(sealed, 'base64url').length; at++) {
      const bytes = Buffer.from(sealed, 'base64url')
      bytes[at] = (bytes[at] ?? 0) ^ 1
      expect(openText(bytes.toString('base64url'), OWN)).toBeNull()
    }
    expect(openText('', OWN)).toBeNull()
    expect(openText('short', OWN)).toBeNull()
    process.env.SESSION_SECRET = 'another-key-of-the-server-32-characters'
    expect(openText(sealed, OWN)).toBeNull()
  })
})

describe('a time-based code', () => {
  // RFC 6238, appendix B: SHA-1, the last six digits of each of its codes.
  const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('at %d s is %s', (seconds, code) => {
    expect(stepOfCode(RFC_SECRET, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
  })

  test('is right one step before and after, and no further', () => {
    const now = new Date('2026-06-01T08:00:10Z')
    const secret = proposedSecret('id', newReference())
    const step = Math.floor(now.getTime() / 30_000)
    const at = (steps: number) => codeAt(secret, new Date(now.getTime() + steps * 30_000))
    const accepted = [-2, -1, 0, 1, 2].map((steps) => stepOfCode(secret, at(steps), now))
    expect(accepted.slice(1, 4)).toEqual([step - 1, step, step + 1])
    for (const far of [at(-2), at(2)])
      if (![at(-1), at(0), at(1)].includes(far)) expect(stepOfCode(secret, far, now)).toBeNull()
    expect(stepOfCode(secret, wrongCodeAt(secret, now), now)).toBeNull()
  })

  test('comes from a secret of 160 bits, the same in one session and another in every other', () => {
    const [one, other] = [newReference(), newReference()]
    expect(proposedSecret('id', one)).toMatch(/^[A-Z2-7]{32}$/)
    expect(proposedSecret('id', one)).toBe(proposedSecret('id', one))
    expect(proposedSecret('id', one)).not.toBe(proposedSecret('id', other))
    expect(proposedSecret('id', one)).not.toBe(proposedSecret('else', one))
    const uri = authenticatorUri(proposedSecret('id', one), { issuer: 'Aisne actifs', label: 'a@b.fr' })
    expect(new URL(uri).searchParams.get('secret')).toBe(proposedSecret('id', one))
    expect(new URL(uri).searchParams.get('issuer')).toBe('Aisne actifs')
  })
})

test('recovery codes differ, and their stored form depends on the account and on the key', () => {
  const codes = Array.from({ length: 200 }, newRecoveryCode)
  expect(new Set(codes).size).toBe(200)
  expect(codes.every((code) => /^[0-9a-hjkmnp-tv-z]{12}$/.test(code))).toBe(true)
  const stored = hashRecoveryCode('a', codes[0] ?? '')
  expect(stored).not.toContain(codes[0])
  expect(hashRecoveryCode('b', codes[0] ?? '')).not.toBe(stored)
  process.env.SESSION_SECRET = 'another-key-of-the-server-32-characters'
  expect(hashRecoveryCode('a', codes[0] ?? '')).not.toBe(stored)
})
