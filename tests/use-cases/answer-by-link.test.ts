import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { LinkAnswer } from '#app/domain/answer-link.ts'
import { answerToken } from '#app/system/secrets.server.ts'
import { answerByLink } from '#app/use-cases/answer-by-link.server.ts'
import { createAnswerLink } from '#tests/factories/answer-link.ts'
import { NOW } from '#tests/factories/now.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { countRows, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const answer = (token: string, given: LinkAnswer, now = NOW) => answerByLink({ token, answer: given, now })
const stateOf = async (id: string) => (await db().match.findUniqueOrThrow({ where: { id } })).state
const typesSince = async (count: number) => (await listEvents()).slice(count).map(({ type }) => type)
const countEvents = async () => (await listEvents()).length

describe('each answer', () => {
  test('interested, declined: the proposal moves and one fact is kept', async () => {
    for (const [given, state] of [
      ['interested', 'interested'],
      ['declined', 'declined'],
    ] as const) {
      const { token, match } = await createAnswerLink()
      const before = await countEvents()
      expect((await answer(token, given)).ok).toBe(true)
      expect(await stateOf(match.id)).toBe(state)
      expect(await typesSince(before)).toEqual([`match.${state}`])
    }
  })

  test('apply: an application as if signed in, twice is once', async () => {
    const { token, match } = await createAnswerLink()
    const before = await countEvents()
    const both = await Promise.all([answer(token, 'apply'), answer(token, 'apply')])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await stateOf(match.id)).toBe('applied')
    expect(await db().application.count({ where: { offerId: match.offerId } })).toBe(1)
    expect(await typesSince(before)).toEqual(['application.sent'])
  })

  test('stop: no channel any more, told to the worker, and the profile is looked at again', async () => {
    const { token, accountId, match } = await createAnswerLink()
    const before = await countEvents()
    expect((await answer(token, 'stop')).ok).toBe(true)
    expect((await answer(token, 'stop')).ok).toBe(true)
    expect(await db().account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({
      channel: 'none',
      monthlySolicitations: 2,
    })
    expect(await typesSince(before)).toEqual(['contact.stopped', 'profile.changed'])
    expect(await stateOf(match.id)).toBe('notified')
  })
})

describe('a link serves once', () => {
  test('another answer is refused and changes nothing', async () => {
    const { token, match } = await createAnswerLink()
    await answer(token, 'declined')
    const before = await countRows()
    for (const other of ['apply', 'interested'] as const)
      expect(await answer(token, other)).toMatchObject({ refusal: { code: 'link_used' } })
    expect(await countRows()).toEqual(before)
    expect(await stateOf(match.id)).toBe('declined')
  })

  test('interested, then applying with the same link', async () => {
    const { token, match } = await createAnswerLink()
    await answer(token, 'interested')
    expect((await answer(token, 'apply')).ok).toBe(true)
    expect(await stateOf(match.id)).toBe('applied')
  })

  test('two different answers at the same moment: one counts', async () => {
    const { token, match } = await createAnswerLink()
    const both = await Promise.all([answer(token, 'declined'), answer(token, 'interested')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const link = await db().answerLink.findFirstOrThrow({ where: { matchId: match.id } })
    expect(link.answer).toBe(await stateOf(match.id))
  })

  test('expired: nothing but a STOP, which is honoured also after another answer', async () => {
    const { token, match } = await createAnswerLink({ expiresAt: NOW })
    expect(await answer(token, 'apply')).toMatchObject({ refusal: { code: 'link_expired' } })
    expect((await answer(token, 'stop')).ok).toBe(true)
    expect(await stateOf(match.id)).toBe('notified')
    const used = await createAnswerLink()
    await answer(used.token, 'declined')
    expect((await answer(used.token, 'stop')).ok).toBe(true)
  })

  test('a forged token, one of another message, or one in another case is not ours', async () => {
    const { token } = await createAnswerLink()
    const swapped = [...token]
      .map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()))
      .join('')
    for (const forged of ['', 'x', answerToken(unknownId()), swapped, `${token} `, "' or '1'='1"])
      expect(await answer(forged, 'stop')).toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('meanwhile', () => {
  test('the offer closed: neither yes nor application, but a no is heard', async () => {
    const { token, match } = await createAnswerLink()
    await db().offer.update({ where: { id: match.offerId }, data: { state: 'filled' } })
    expect(await answer(token, 'apply')).toMatchObject({ refusal: { code: 'offer_closed' } })
    expect(await answer(token, 'interested')).toMatchObject({ refusal: { code: 'offer_closed' } })
    const link = await db().answerLink.findFirstOrThrow({ where: { matchId: match.id } })
    expect(link.usedAt).toBeNull()
    expect((await answer(token, 'declined')).ok).toBe(true)
  })

  test('the account was suspended: only a STOP passes', async () => {
    const { token, accountId } = await createAnswerLink()
    await db().account.update({ where: { id: accountId }, data: { status: 'suspended' } })
    expect(await answer(token, 'apply')).toMatchObject({ refusal: { code: 'account_suspended' } })
    expect((await answer(token, 'stop')).ok).toBe(true)
  })

  test('applied from the site: the link says so without a second application', async () => {
    const { token, match } = await createAnswerLink()
    await answer(token, 'apply')
    expect((await answer(token, 'apply')).ok).toBe(true)
    expect(await db().application.count({ where: { offerId: match.offerId } })).toBe(1)
  })
})
