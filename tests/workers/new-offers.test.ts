import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { queryRows } from '#app/db/raw.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import { searchToken } from '#app/system/secrets.server.ts'
import { stopSearchByLink } from '#app/use-cases/stop-search-by-link.server.ts'
import { reindexOffers } from '#search/reindex.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOfferMark } from '#tests/factories/offer-mark.ts'
import { createSavedSearch } from '#tests/factories/saved-search.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import type { SCHEDULES } from '#workers/schedules.ts'
import { scheduledJob } from '#workers/schedules.ts'
import { createTestWorker, listDelivered, listMessages, type TestWorker } from './worker-context.ts'

useTestDatabase()

// The day after the tests' present, a Tuesday; at 8 h in Paris the day's searches are made.
const at = (day: number, hour = 8) => new Date(Date.UTC(2026, 5, day, hour - 2))
let worker: TestWorker
beforeEach(async () => {
  await db().$executeRaw`truncate outbox_event, message, local_delivery, offer, profile, account cascade`
  worker = createTestWorker()
})

const publish = (title: string, more: Partial<Offer> = {}) =>
  createOffer({ title, publishedAt: at(1, 18), expiresAt: at(28), ...more })
const look = async (now: Date, name: keyof typeof SCHEDULES = 'tell-new-offers') => {
  worker.setNow(now)
  await worker.run(scheduledJob(name, now))
  await worker.runAll()
}
const saved = async (more: Partial<Parameters<typeof createSavedSearch>[0]> = {}) => {
  const { profile, account } = await createCandidate()
  return { account, search: await createSavedSearch({ profileId: profile.id, query: 'q=plonge', ...more }) }
}

describe('new offers of a saved search', () => {
  test('each is told once, in one segment, with the link that stops', async () => {
    const { search } = await saved()
    await publish('Plonge au lycée')
    await publish('Plonge en brasserie')
    await publish('Plonge d’hier', { publishedAt: at(1, 9) })
    await publish('Soudure')
    await reindexOffers()
    await look(at(2))
    const [sms, ...others] = await listDelivered()
    expect(others).toEqual([])
    expect(sms).toMatchObject({ channel: 'sms', segments: 1 })
    expect(sms?.text).toContain('2 nouvelles offres : plonge')
    expect(sms?.text).toContain(`https://actifs.example.org/a/${searchToken(search.id)} `)
    expect(sms?.text).toContain('03 23 24 89 00')
    await look(at(3))
    expect(await listDelivered()).toHaveLength(1)
    await publish('Plonge du soir', { publishedAt: at(3, 18) })
    await reindexOffers()
    await look(at(4))
    expect((await listDelivered()).map(({ text }) => text.split(' :')[0])).toEqual([
      '2 nouvelles offres',
      '1 nouvelle offre',
    ])
  })

  test('nothing new says nothing; closed, set aside and told by another search are left out', async () => {
    const { search } = await saved({ channel: 'email' })
    const { profileId } = search
    await createSavedSearch({ profileId, query: 'q=lycee', channel: 'email' })
    await look(at(2))
    expect(await listMessages()).toEqual([])
    const kept = await publish('Plonge au lycée', { publishedAt: at(2, 18) })
    const aside = await publish('Plonge de nuit', { publishedAt: at(2, 18) })
    await createOfferMark({ profileId, offerId: aside.id, mark: 'set_aside' })
    const closing = await publish('Plonge du matin', { publishedAt: at(2, 18) })
    const alreadyClosed = await publish('Plonge du soir', { publishedAt: at(2, 18) })
    await reindexOffers()
    const close = ({ id }: Offer) => db().offer.update({ where: { id }, data: { state: 'filled' } })
    await close(alreadyClosed)
    worker.setNow(at(3))
    await worker.run(scheduledJob('tell-new-offers', at(3)))
    await close(closing)
    await worker.runAll()
    const mails = await listDelivered()
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^1 nouvelle offre : /)])
    expect(mails[0]?.text).toContain(kept.title)
  })

  test('beyond eight the others are counted, and a week is a week', async () => {
    await saved({ channel: 'email', rhythm: 'weekly', nextLookAt: at(8) })
    for (let number = 0; number < 20; number++) await publish(`Plonge ${number}`)
    await reindexOffers()
    await look(at(5))
    expect(await listDelivered()).toEqual([])
    await look(at(8))
    const [mail] = await listDelivered()
    expect(mail?.subject).toBe('20 nouvelles offres : plonge')
    expect(mail?.text).toContain('Et 12 autres.')
    expect(mail?.text.match(/^• /gm)).toHaveLength(8)
  })

  test('it waits for the hours: not on a Sunday, not at night', async () => {
    await saved({ nextLookAt: at(7) })
    await publish('Plonge au lycée')
    await reindexOffers()
    for (const moment of [at(7, 10), at(8, 7)]) await look(moment)
    expect(await listMessages()).toEqual([])
    await look(at(8))
    expect(await listDelivered()).toHaveLength(1)
  })

  test('a search that does not answer is made again: nothing is lost, nothing twice', async () => {
    await saved()
    await publish('Plonge au lycée')
    await reindexOffers()
    await queryRows('alter table search.offer rename to offer_away')
    worker.setNow(at(2))
    await expect(worker.run(scheduledJob('tell-new-offers', at(2)))).rejects.toThrow()
    await queryRows('alter table search.offer_away rename to offer')
    expect(await listMessages()).toEqual([])
    for (let time = 0; time < 3; time++) await look(at(2, 9))
    expect(await listDelivered()).toHaveLength(1)
  })

  test('a worker that stops before it sends, and two at the same time, tell once', async () => {
    await saved()
    await publish('Plonge au lycée')
    await reindexOffers()
    worker.setNow(at(2))
    const other = createTestWorker()
    other.setNow(at(2))
    const job = scheduledJob('tell-new-offers', at(2))
    await Promise.all([worker.run(job), other.run(job)])
    worker.waiting.length = 0
    const fresh = createTestWorker()
    fresh.setNow(at(2, 9))
    await fresh.run(scheduledJob('send-due-messages', at(2, 9)))
    await fresh.runAll()
    expect(await listDelivered()).toHaveLength(1)
    expect(await listMessages()).toHaveLength(1)
  })
})

describe('no more', () => {
  test('a click on the link stops what has not left; a STOP stops everything', async () => {
    const { search } = await saved()
    const { account, search: stopped } = await saved()
    await publish('Plonge au lycée')
    await reindexOffers()
    worker.setNow(at(2))
    await worker.run(scheduledJob('tell-new-offers', at(2)))
    await stopSearchByLink({ token: searchToken(search.id), now: at(2) })
    await db().account.update({ where: { id: account.id }, data: { channel: 'none' } })
    await appendEvents(db(), [{ type: 'contact.stopped', payload: { accountId: account.id } }], at(2))
    await worker.runAll()
    expect((await listMessages()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
    expect(await listDelivered()).toEqual([])
    await publish('Plonge du soir', { publishedAt: at(2, 18) })
    await reindexOffers()
    await look(at(3))
    expect(await listDelivered()).toEqual([])
    expect(await db().savedSearch.findUnique({ where: { id: stopped.id } })).toMatchObject({ pausedAt: null })
  })

  test('six months without a visit: the search pauses and says so, once', async () => {
    const { search, account } = await saved()
    const day = new Date('2026-12-02T09:00:00Z')
    await look(new Date('2026-11-30T09:00:00Z'), 'pause-old-searches')
    expect(await listMessages()).toEqual([])
    for (let time = 0; time < 2; time++) await look(day, 'pause-old-searches')
    expect(await db().savedSearch.findUnique({ where: { id: search.id } })).toMatchObject({
      pauseReason: 'absence',
    })
    expect((await listDelivered()).map(({ recipient, text }) => [recipient, text])).toEqual([
      [account.phone, expect.stringContaining('en pause : plonge')],
    ])
  })
})
