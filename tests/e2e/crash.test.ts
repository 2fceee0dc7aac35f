import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { publishOffer } from '#app/use-cases/publish-offer.server.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { buildGates, GATE_NAMES, type Gate } from './gates.ts'
import { messagesTo, reloadUntil } from './gestures.ts'
import { createEmployer, createGround, createSeeker } from './world.ts'

const LIMIT_MS = 180_000
const PATIENCE = { timeout: 60_000, interval: 100 }
/** By the clock of the next worker: leases have ended, and what was lost is missed. */
const LATER_MS = 11 * 60_000

const isBeforeDesk = (gate: Gate) => GATE_NAMES.indexOf(gate) < GATE_NAMES.indexOf('the message is written')
/** Where something may have been done that nobody knows of. */
const DOUBTFUL: Gate[] = [
  'people are proposed',
  'the message is written',
  'the message leaves',
  'the message is known to have left',
]

let ground: Awaited<ReturnType<typeof createGround>>
let gates: Awaited<ReturnType<typeof buildGates>>
let startCount = 0

const app = useE2eApp({
  worker: false,
  async prepare() {
    ground = await createGround()
  },
})
const browser = useBrowser()
beforeAll(async () => {
  gates = await buildGates(process.env.DATABASE_URL ?? '')
})
afterAll(() => gates?.end())

const startWorker = () => app().startWorker({ laterMs: LATER_MS * startCount++ })

/**
 * Closes these gates, then kills a worker at each of them, in turn. `lands`: what it was writing there is written all the
 * same, and it never knew.
 */
async function killAtEach(closed: readonly Gate[], lands: boolean) {
  for (const gate of closed) await gates.close(gate)
  for (const gate of closed) {
    startWorker()
    await gates.reached(gate)
    await app().worker().kill()
    for (const other of closed) if (other !== gate || !lands) await gates.turnBack(other)
    await gates.open(gate)
  }
}

async function publish(title: string) {
  const { territoryId } = ground
  const { actor } = await createEmployer({
    territoryId,
    name: `Cantine ${title}`,
    recruiterName: 'Paul Lefèvre',
  })
  const draft = await createOffer({
    kind: 'seasonal',
    territoryId,
    organisationId: actor.organisationId,
    state: 'draft',
    title,
    occupationCode: 'G1602',
  })
  const published = await publishOffer({ actor, offerId: draft.id, version: draft.version, now: NOW })
  if (!published.ok) throw new Error(published.refusal.code)
  return published.value
}

async function approveEverybody(offerId: string) {
  const matches = await db().match.findMany({ where: { offerId } })
  for (const { id: matchId } of matches) {
    const approved = await approveMatch({ actor: ground.officer.actor, matchId, now: NOW })
    if (!approved.ok) throw new Error(approved.refusal.code)
  }
  return matches.length
}

const reachOf = ({ channel, phone, email }: Account) => (channel === 'sms' ? (phone ?? '') : (email ?? ''))

describe('a worker killed before each step and started again', () => {
  it.each([
    ['what it was writing is lost with it', { lands: false, gates: GATE_NAMES }],
    ['what it was writing is written, and it never knew', { lands: true, gates: DOUBTFUL }],
  ])(
    'loses nothing and sends nothing twice when %s',
    async (title, { lands, gates: kills }) => {
      const people: Account[] = []
      for (const [index, channel] of (['sms', 'email', 'sms'] as const).entries()) {
        const name = `Personne ${index}${lands}`
        const seeker = { territoryId: ground.territoryId, name, kind: 'seasonal', channel } as const
        people.push((await createSeeker(seeker)).account)
      }
      await db().account.updateMany({
        where: { role: 'candidate', id: { notIn: people.map(({ id }) => id) } },
        data: { status: 'suspended', suspensionReason: 'own_request' },
      })
      const offer = await publish(title)
      await killAtEach(kills.filter(isBeforeDesk), lands)
      startWorker()
      const proposed = () => db().match.count({ where: { offerId: offer.id, state: 'proposed' } })
      await expect.poll(proposed, PATIENCE).toBe(people.length)
      await app().worker().kill()

      await approveEverybody(offer.id)
      await killAtEach(
        kills.filter((gate) => !isBeforeDesk(gate)),
        lands,
      )
      startWorker()
      const told = () => db().match.count({ where: { offerId: offer.id, state: 'notified' } })
      await expect.poll(told, PATIENCE).toBe(people.length)
      const unsettled = () => db().outboxEvent.count({ where: { settledAt: null } })
      await expect.poll(unsettled, PATIENCE).toBe(0)

      const recipients = people.map(reachOf)
      const delivered = await db().localDelivery.findMany({ where: { recipient: { in: recipients } } })
      expect(delivered.map(({ recipient }) => recipient).sort()).toEqual([...recipients].sort())
      const messages = await db().message.findMany({
        where: { accountId: { in: people.map(({ id }) => id) } },
      })
      expect(messages.map(({ state }) => state)).toEqual(people.map(() => 'accepted'))
      const page = await browser.open()
      for (const person of people) {
        const shown = person.channel === 'sms' ? displayPhone(reachOf(person)) : reachOf(person)
        const sent = messagesTo(page, shown)
        await reloadUntil(page, `${app().url}/boite-d-envoi`, sent)
        expect(await sent.count()).toBe(1)
      }
      const card = page.getByRole('link', { name: title, exact: true })
      await reloadUntil(page, `${app().url}/offres?${new URLSearchParams({ q: title })}`, card)
      expect(await card.count()).toBe(1)
      await app().worker().stop()
    },
    LIMIT_MS,
  )
})
