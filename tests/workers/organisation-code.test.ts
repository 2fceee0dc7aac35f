import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { organisationCode } from '#app/system/secrets.server.ts'
import { requestOrganisationCode } from '#app/use-cases/request-organisation-code.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker, listMessages } from './worker-context.ts'

useTestDatabase()

const ADDRESS = 'contact@conserverie.example.org'

/** Somebody of an organisation asks for the code that goes to its own address. */
async function ask(email: string | null = ADDRESS) {
  const { id: organisationId, territoryId } = await createOrganisation({ state: 'pending', email })
  const recruiter = await createRecruiter({ organisationId, territoryId })
  const worker = createTestWorker()
  const asked = await requestOrganisationCode({ actor: recruiter.actor, number: null, form: null, now: NOW })
  const verificationId = asked.ok ? asked.value.verificationId : ''
  return { ...recruiter, worker, asked, verificationId }
}

const sentTo = (recipient: string) => db().localDelivery.findMany({ where: { recipient } })

test('the code leaves for the organisation’s own address, and the one who asked receives nothing', async () => {
  const { account, organisationId, worker, verificationId } = await ask()
  await worker.runAll()
  const letters = await sentTo(ADDRESS)
  expect(letters).toHaveLength(1)
  expect(letters[0]?.channel).toBe('email')
  const text = `${letters[0]?.subject} ${letters[0]?.text}`
  expect(text).toContain(organisationCode(verificationId))
  expect(text).toContain('Hélène C.')
  expect(text).not.toContain(account.lastName)
  expect([...(await sentTo(account.email ?? '')), ...(await sentTo(account.phone ?? ''))]).toEqual([])
  expect(await listMessages()).toMatchObject([
    { kind: 'organisation_code', toOrganisationId: organisationId, channel: 'email', state: 'accepted' },
  ])
})

test('the same fact heard twice writes one letter', async () => {
  const { worker, verificationId } = await ask('deux-fois@example.org')
  await worker.runAll()
  const { eventId } = await db().message.findFirstOrThrow({ where: { subjectId: verificationId } })
  const data = { eventId, fact: 'organisation_code.requested', verificationId }
  await worker.run({ name: 'send-organisation-code', data, id: `${eventId}-send-organisation-code` })
  await worker.runAll()
  expect(await sentTo('deux-fois@example.org')).toHaveLength(1)
})

test.each([
  ['used', { usedAt: NOW }],
  ['too old', { expiresAt: NOW }],
])('a code %s by the time it would leave is not sent', async (what, change) => {
  const address = `${what.replace(' ', '-')}@example.org`
  const { worker, verificationId } = await ask(address)
  await db().organisationVerification.update({ where: { id: verificationId }, data: change })
  await worker.runAll()
  expect(await sentTo(address)).toEqual([])
})

test('an address taken away before the letter leaves receives nothing, and nobody else does', async () => {
  const { worker, organisationId, account } = await ask('retiree@example.org')
  await db().organisation.update({ where: { id: organisationId }, data: { email: null } })
  await worker.runAll()
  expect(await sentTo('retiree@example.org')).toEqual([])
  expect(await sentTo(account.email ?? '')).toEqual([])
})

test('without an address there is nothing to ask for', async () => {
  const { asked, worker, organisationId } = await ask(null)
  expect(asked).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  await worker.runAll()
  expect(await db().message.count({ where: { toOrganisationId: organisationId } })).toBe(0)
})
