import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { DeliveryError } from '#workers/gateways/delivery-error.ts'
import { localMailer } from '#workers/gateways/local-outbox.ts'
import type { Mail, Mailer } from '#workers/gateways/mailer.ts'
import { smtpMailer } from '#workers/gateways/smtp-mailer.ts'
import { startScriptedServer, startSmtpServer } from './smtp-double.ts'

useTestDatabase()

const mail = (to = 'nadia@example.org'): Mail => ({
  to,
  from: 'Actifs, l’Aisne <ne-pas-repondre@example.org>',
  subject: 'Une offre à Château-Thierry : été « œuvre »',
  text: 'Bonjour Noël,\n\nÀ bientôt.\n',
  html: '<p>À bientôt</p>',
  clientReference: randomUUID(),
  unsubscribeUrl: 'https://actifs.example.org/r/abc',
})
const nothing = async () => {}
const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => new Error('it was sent'),
    (thrown: unknown) => thrown,
  )
  return error instanceof DeliveryError ? error.failure : error
}

let smtp: Awaited<ReturnType<typeof startSmtpServer>>
beforeAll(async () => {
  smtp = await startSmtpServer()
})
afterAll(() => smtp.close())

type Subject = { mailer(): Mailer; texts(): Promise<string[]> }
const subjects: Record<string, Subject> = {
  'local outbox': {
    mailer: () => localMailer(() => NOW),
    texts: async () =>
      (await db().localDelivery.findMany({ orderBy: { sentAt: 'asc' } })).map(({ text }) => text),
  },
  SMTP: { mailer: () => smtpMailer(smtp.url), texts: async () => smtp.received.map(({ source }) => source) },
}

describe.each(Object.keys(subjects))('the mail port, %s', (name) => {
  const { mailer, texts } = subjects[name] as Subject
  afterEach(async () => {
    smtp.received.length = 0
    await db().localDelivery.deleteMany()
  })

  test('a mail goes once and gets an id', async () => {
    const { providerId } = await mailer().send(mail(), nothing)
    expect(providerId).toMatch(/.{10}/)
    expect(await texts()).toHaveLength(1)
  })

  test('nothing leaves before `beforeContent` has ended, and nothing at all when it rejects', async () => {
    const calls: number[] = []
    await mailer().send(mail(), async () => {
      calls.push((await texts()).length)
      await new Promise((resolve) => setTimeout(resolve, 50))
      calls.push((await texts()).length)
    })
    expect(calls).toEqual([0, 0])
    const refusal = new Error('not ours any more')
    await expect(mailer().send(mail(), () => Promise.reject(refusal))).rejects.toBe(refusal)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await texts()).toHaveLength(1)
  })

  test('many at once keep apart', async () => {
    const one = mailer()
    const started = new Set<string>()
    const mails = Array.from({ length: 12 }, () => mail())
    const ids = await Promise.all(
      mails.map((m) => one.send(m, async () => void started.add(m.clientReference))),
    )
    expect(started.size).toBe(12)
    expect(new Set(ids.map(({ providerId }) => providerId)).size).toBe(12)
    expect(await texts()).toHaveLength(12)
  })

  test('what nobody was given is never said to be sent', async () => {
    expect(['not_sent', 'unknowable']).toContain((await mailer().find(randomUUID(), NOW)).kind)
  })
})

test('local outbox: the same reference twice is one mail, and its fate is known', async () => {
  const m = mail()
  const first = await localMailer(() => NOW).send(m, nothing)
  expect(await localMailer(() => NOW).send(m, nothing)).toEqual(first)
  expect(await db().localDelivery.count()).toBe(1)
  expect(await localMailer(() => NOW).find(m.clientReference, NOW)).toEqual({
    kind: 'sent',
    providerId: first.providerId,
  })
  expect(await localMailer(() => NOW).find(randomUUID(), NOW)).toEqual({ kind: 'not_sent' })
})

describe('SMTP', () => {
  test('headers, encoding and both parts', async () => {
    smtp.received.length = 0
    const m = mail()
    await smtpMailer(smtp.url).send(m, nothing)
    const [{ to, from, source } = { to: [], from: '', source: '' }] = smtp.received
    expect({ to, from }).toEqual({ to: [m.to], from: 'ne-pas-repondre@example.org' })
    expect(source).toContain(`Message-ID: <${m.clientReference}@example.org>`)
    expect(source).toContain('List-Unsubscribe: <https://actifs.example.org/r/abc>')
    expect(source).toContain('Auto-Submitted: auto-generated')
    expect(source).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(source).toMatch(/text\/plain; charset=utf-8[\s\S]*text\/html; charset=utf-8/)
  })

  test('a subject cannot add a header', async () => {
    smtp.received.length = 0
    await smtpMailer(smtp.url).send({ ...mail(), subject: 'x\r\nBcc: other@example.org' }, nothing)
    expect(smtp.received[0]?.to).toHaveLength(1)
    expect(smtp.received[0]?.source).not.toMatch(/^Bcc:/m)
  })

  test.each([
    ['greylist', { kind: 'temporary' }],
    ['full', { kind: 'temporary' }],
    ['busy-at-end', { kind: 'temporary' }],
    ['unknown-user', { kind: 'permanent', why: 'invalid' }],
    ['policy', { kind: 'permanent', why: 'blocked' }],
    ['cut-after-data', { kind: 'ambiguous' }],
  ])('%s', async (name, failure) => {
    expect(await failureOf(smtpMailer(smtp.url).send(mail(`${name}@example.org`), nothing))).toEqual(failure)
  })

  const polite = (command: string) =>
    command.startsWith('DATA') ? '354 go on' : command === 'CONTENT' ? '250 ok' : '250 fine'
  test.each([
    ['a server that is not there', null, 'temporary'],
    ['a line cut at once', ['greeting', 'cut'], 'temporary'],
    ['a greeting of 421', ['greeting', '421 too busy'], 'temporary'],
    ['a greeting of 554', ['greeting', '554 go away'], 'temporary'],
    ['a line cut at MAIL', ['MAIL', 'cut'], 'temporary'],
    ['a sender refused', ['MAIL', '550 who are you'], 'temporary'],
    ['a line cut at RCPT', ['RCPT', 'cut'], 'temporary'],
    ['a line cut at DATA', ['DATA', 'cut'], 'temporary'],
    ['DATA refused', ['DATA', '451 later'], 'temporary'],
    ['a line cut after the content', ['CONTENT', 'cut'], 'ambiguous'],
    ['silence after the content', ['CONTENT', 'silence'], 'ambiguous'],
    ['silence at RCPT', ['RCPT', 'silence'], 'temporary'],
    ['451 after the content', ['CONTENT', '451 later'], 'temporary'],
  ])('%s', async (_, fault, kind) => {
    const [at, reply] = fault ?? ['', '']
    const server = await startScriptedServer(
      (command) =>
        at && at !== 'greeting' && command.toUpperCase().startsWith(at) ? (reply ?? '') : polite(command),
      at === 'greeting' ? reply : undefined,
    )
    if (!fault) await server.close()
    let started = 0
    const work = smtpMailer(server.url, { socketTimeout: 2500, greetingTimeout: 2500 }).send(
      mail(),
      async () => {
        started++
      },
    )
    expect(await failureOf(work)).toMatchObject({ kind })
    expect(started).toBe(at === 'CONTENT' ? 1 : 0)
    if (fault) await server.close()
  })

  test('errors hold no address', async () => {
    const error = await smtpMailer(smtp.url)
      .send(mail('unknown-user@example.org'), nothing)
      .catch((thrown: Error) => thrown)
    expect(String((error as Error).message)).toBe('SMTP 550 RCPT TO EENVELOPE')
  })
})
