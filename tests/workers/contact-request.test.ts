import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { personReference } from '#app/system/person-reference.server.ts'
import { answerToken } from '#app/system/secrets.server.ts'
import { answerByLink } from '#app/use-cases/answer-by-link.server.ts'
import { askContact } from '#app/use-cases/ask-contact.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createAnswerLink } from '#tests/factories/answer-link.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker, listDelivered } from './worker-context.ts'

useTestDatabase()

test('a request leaves as one message on the channel chosen, with the sentence, and a yes is agreement', async () => {
  await createReferences()
  const { actor, organisationId } = await createRecruiter()
  const { profile, account } = await createCandidate({
    account: { channel: 'email', email: 'ginette@example.org', monthlySolicitations: 1 },
  })
  const { territoryId } = actor
  const ask = async () => {
    const { id: offerId } = await createOffer({ organisationId, territoryId })
    const reference = personReference(organisationId, profile.id)
    return askContact({ actor, offerId, reference, sentence: 'Passez nous voir un matin.', now: NOW })
  }
  const worker = createTestWorker()
  expect(await ask()).toMatchObject({ ok: true })
  await worker.runAll()
  const delivered = (await listDelivered()).filter(({ recipient }) => recipient === account.email)
  expect(delivered).toHaveLength(1)
  expect(JSON.stringify(delivered)).toContain('Passez nous voir un matin.')
  expect(await ask()).toMatchObject({ ok: false, refusal: { code: 'budget_spent' } })
  const message = await db().message.findFirstOrThrow({ where: { accountId: account.id } })
  expect(await db().match.findUnique({ where: { id: message.subjectId } })).toMatchObject({
    state: 'notified',
  })
  const token = answerToken(message.id)
  expect(await answerByLink({ token, answer: 'interested', now: NOW })).toMatchObject({ ok: true })
  expect(await db().contactRequest.findUnique({ where: { matchId: message.subjectId } })).toMatchObject({
    agreedAt: NOW,
  })
})

test('an answer to a proposal that nobody asked for agrees to nothing', async () => {
  const match = await createMatch({ state: 'notified' })
  const { token } = await createAnswerLink({ match })
  expect(await answerByLink({ token, answer: 'interested', now: new Date() })).toMatchObject({ ok: true })
  expect(await db().contactRequest.count({ where: { matchId: match.id } })).toBe(0)
})
