import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { brevoSms } from '#workers/gateways/brevo-sms.ts'
import { DeliveryError } from '#workers/gateways/delivery-error.ts'
import { localSms } from '#workers/gateways/local-outbox.ts'
import type { Sms, SmsGateway } from '#workers/gateways/sms.ts'
import { startBrevoServer } from './brevo-double.ts'

useTestDatabase()

const sms = (to = '+33639980099'): Sms => ({
  to,
  from: 'ACTIFS',
  text: 'Bonjour, été',
  clientReference: randomUUID(),
})
const LONG_AGO = new Date('2020-01-01T00:00:00Z')
const nothing = async () => {}

let brevo: Awaited<ReturnType<typeof startBrevoServer>>
beforeAll(async () => {
  brevo = await startBrevoServer()
})
afterAll(() => brevo.close())
const real = (apiKey = 'secret-key') => brevoSms({ url: brevo.url, apiKey, timeoutMs: 2000 })

type Subject = { gateway(): SmsGateway; recipients(): Promise<string[]> }
const subjects: Record<string, Subject> = {
  'local outbox': {
    gateway: () => localSms(() => NOW),
    recipients: async () => (await db().localDelivery.findMany()).map(({ recipient }) => recipient),
  },
  Brevo: { gateway: real, recipients: async () => brevo.received.map(({ body }) => `+${body.recipient}`) },
}

describe.each(Object.keys(subjects))('the SMS port, %s', (name) => {
  const { gateway, recipients } = subjects[name] as Subject
  afterEach(async () => {
    brevo.received.length = 0
    await db().localDelivery.deleteMany()
  })

  test('an SMS goes once, gets an id, and counts its segments', async () => {
    const message = sms()
    const { providerId, segments } = await gateway().send(message, nothing)
    expect(providerId).toMatch(/.+/)
    expect(segments).toBe(1)
    expect(await recipients()).toEqual([message.to])
  })

  test('nothing leaves before `beforeContent` has ended, and nothing at all when it rejects', async () => {
    const calls: number[] = []
    await gateway().send(sms(), async () => {
      calls.push((await recipients()).length)
    })
    expect(calls).toEqual([0])
    const refusal = new Error('not ours any more')
    await expect(gateway().send(sms(), () => Promise.reject(refusal))).rejects.toBe(refusal)
    expect(await recipients()).toHaveLength(1)
  })

  test('the fate of a message is known by its reference', async () => {
    const message = sms()
    const { providerId } = await gateway().send(message, nothing)
    expect(await gateway().find(message.clientReference, LONG_AGO)).toEqual({ kind: 'sent', providerId })
    expect(await gateway().find(randomUUID(), LONG_AGO)).toEqual({ kind: 'not_sent' })
  })
})

test('local outbox: the same reference twice is one SMS', async () => {
  const message = sms()
  await localSms(() => NOW).send(message, nothing)
  await localSms(() => NOW).send(message, nothing)
  expect(await db().localDelivery.count()).toBe(1)
})

describe('Brevo', () => {
  const failureOf = async (to: string, gateway = real()) => {
    const error = await gateway.send(sms(to), nothing).catch((thrown: unknown) => thrown)
    return error instanceof DeliveryError ? error.failure : error
  }

  test('the request is the one documented', async () => {
    brevo.received.length = 0
    const message = sms()
    await real().send(message, nothing)
    expect(brevo.received[0]).toMatchObject({
      apiKey: 'secret-key',
      body: {
        sender: 'ACTIFS',
        recipient: '33639980099',
        content: 'Bonjour, été',
        type: 'transactional',
        tag: message.clientReference,
        unicodeEnabled: false,
      },
    })
  })

  test.each([
    ['an invalid number', '+33639980001', { kind: 'permanent', why: 'invalid' }],
    ['a blocked contact', '+33639980007', { kind: 'permanent', why: 'blocked' }],
    ['no credit left', '+33639980002', { kind: 'temporary' }],
    ['too many requests', '+33639980003', { kind: 'temporary', retryAfterMs: 7000 }],
    ['an error after the SMS was taken', '+33639980004', { kind: 'ambiguous' }],
    ['silence after the SMS was taken', '+33639980005', { kind: 'ambiguous' }],
    ['maintenance', '+33639980006', { kind: 'temporary' }],
  ])('%s', async (_, to, failure) => {
    expect(await failureOf(to)).toEqual(failure)
  })

  test('a wrong key and a server that is not there are temporary', async () => {
    expect(await failureOf('+33639980099', real('wrong'))).toEqual({ kind: 'temporary' })
    const gone = await startBrevoServer()
    await gone.close()
    expect(await failureOf('+33639980099', brevoSms({ url: gone.url, apiKey: 'secret-key' }))).toEqual({
      kind: 'temporary',
    })
  })

  test.each(['04', '05'])('the fate of a message left in doubt (…%s) is found by its tag', async (ending) => {
    const message = sms(`+336399800${ending}`)
    await real()
      .send(message, nothing)
      .catch(() => {})
    expect(await real().find(message.clientReference, new Date())).toMatchObject({ kind: 'sent' })
  })

  test('just after a doubt, what the statistics do not show yet is not taken as not sent', async () => {
    expect(await real().find(randomUUID(), new Date())).toEqual({ kind: 'unknowable' })
  })

  test('errors hold no number', async () => {
    const error = await real()
      .send(sms('+33639980001'), nothing)
      .catch((thrown: Error) => thrown)
    expect(String((error as Error).message)).toBe('Brevo answered 400')
  })
})
