import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { action, loader } from '#app/routes/r.$token.tsx'
import { createAnswerLink } from '#tests/factories/answer-link.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs } from '#tests/setup/request.ts'

useTestDatabase()

const stillOpen = async (offerId: string) =>
  db().offer.update({ where: { id: offerId }, data: { expiresAt: new Date(Date.now() + 86_400_000) } })
const read = (token: string) => answerOf(() => loader(routeArgs(requestTo(`/r/${token}`), { token })))
const send = (token: string, answer: string) =>
  answerOf(() => action(routeArgs(requestTo(`/r/${token}`, { form: { answer } }), { token })))

test('the link shows the offer without signing in, and reading it any number of times changes nothing', async () => {
  const { token, match } = await createAnswerLink()
  await stillOpen(match.offerId)
  const before = await countRows()
  const link = await db().answerLink.findFirstOrThrow({ where: { matchId: match.id } })
  for (let i = 0; i < 3; i++)
    expect((await read(token)).body).toMatchObject({ state: 'open', answer: null, isClosed: false })
  expect(await countRows()).toEqual(before)
  expect(await db().answerLink.findFirstOrThrow({ where: { matchId: match.id } })).toEqual(link)
  expect((await db().match.findUniqueOrThrow({ where: { id: match.id } })).state).toBe('notified')
})

test('it shows no number, address, e-mail or last name of the person', async () => {
  const { token, accountId } = await createAnswerLink()
  const { phone, email, lastName } = await db().account.findUniqueOrThrow({ where: { id: accountId } })
  const shown = JSON.stringify((await read(token)).body)
  for (const secret of [phone, email, lastName, accountId, token]) expect(shown).not.toContain(secret)
})

test('answering leads back to the link, which says what was answered', async () => {
  const { token, match } = await createAnswerLink()
  await stillOpen(match.offerId)
  const answered = await send(token, 'interested')
  expect([answered.status, answered.headers.get('Location')]).toEqual([302, `/r/${token}`])
  expect((await read(token)).body).toMatchObject({ state: 'used', answer: 'interested', mayStillApply: true })
  expect((await send(token, 'apply')).status).toBe(302)
  expect((await read(token)).body).toMatchObject({ state: 'used', answer: 'apply', mayStillApply: false })
  const refused = await send(token, 'declined')
  expect(refused).toMatchObject({ status: 410, body: { message: expect.stringContaining('déjà servi') } })
})

test('expired, closed, forged: a clear page with its status', async () => {
  const expired = await createAnswerLink({ expiresAt: new Date(Date.now() - 1000) })
  expect((await read(expired.token)).body).toMatchObject({ state: 'expired' })
  expect((await send(expired.token, 'apply')).status).toBe(410)
  const closed = await createAnswerLink()
  await db().offer.update({ where: { id: closed.match.offerId }, data: { state: 'filled' } })
  expect((await read(closed.token)).body).toMatchObject({ isClosed: true })
  expect((await send(closed.token, 'apply')).status).toBe(410)
  for (const forged of ['x', 'AAAAAAAAAAAA', '<script>', "'--"]) {
    expect((await read(forged)).status).toBe(404)
    expect((await send(forged, 'apply')).status).toBe(404)
  }
  expect((await send(closed.token, 'hire-me')).status).toBe(422)
})

test('it says for whom the offer is reserved, before a yes', async () => {
  const { token, match } = await createAnswerLink()
  await stillOpen(match.offerId)
  expect((await read(token)).body).toMatchObject({ card: { reservedFor: [] } })
  const { clause } = OFFER_DETAILS
  await db().offer.update({ where: { id: match.offerId }, data: { kind: 'clause', details: clause } })
  expect((await read(token)).body).toMatchObject({ card: { reservedFor: clause.eligiblePublics } })
})
