import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { WrittenOffer } from '#app/domain/offer.schema.ts'
import type { OfferContent, OfferKind } from '#app/domain/offer.ts'
import type { OrganisationState } from '#app/domain/organisation.ts'
import { newId } from '#app/system/id.server.ts'
import { copyOffer } from '#app/use-cases/copy-offer.server.ts'
import { createOffer } from '#app/use-cases/create-offer.server.ts'
import { publishOffer } from '#app/use-cases/publish-offer.server.ts'
import { updateOffer } from '#app/use-cases/update-offer.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { offerContent } from '#tests/factories/offer-content.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
beforeAll(async () => {
  await createCommunes()
  await createReferences()
})

const recruiterOf = async (state: OrganisationState = 'verified') => {
  const organisation = await createOrganisation({ state })
  return (await createRecruiter({ organisationId: organisation.id })).actor
}

function written(
  kind: OfferKind = 'job',
  changes: Partial<OfferContent> = {},
  place: WrittenOffer['place'] = { typed: 'Laon (02000)', chosenCode: null },
): WrittenOffer {
  const { communeCode: _, ...content } = offerContent(kind, changes)
  return { content, place }
}

const rowOf = (id: string) => db().offer.findUniqueOrThrow({ where: { id }, include: { changes: true } })
const eventsOf = async (offerId: string) =>
  (
    await db().outboxEvent.findMany({
      where: { payload: { path: ['offerId'], equals: offerId } },
      orderBy: { sequence: 'asc' },
    })
  ).map(({ type }) => type)

async function draft(actor: Awaited<ReturnType<typeof recruiterOf>>, changes: Partial<OfferContent> = {}) {
  const result = await createOffer({ actor, offerId: newId(), now: NOW, ...written('job', changes) })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('changing an offer', () => {
  const published = async () => {
    const actor = await recruiterOf()
    const { id } = await draft(actor)
    await publishOffer({ actor, offerId: id, version: 1, now: NOW })
    return { actor, offerId: id, version: 2, now: NOW }
  }

  test('on line tells it, and keeps it on line', async () => {
    const command = await published()
    const result = await updateOffer({ ...command, ...written('job', { positions: 4 }) })
    expect(result).toMatchObject({ value: { state: 'published', version: 3, positions: 4 } })
    expect(await eventsOf(command.offerId)).toEqual(['offer.published', 'offer.edited'])
  })

  test('with flagged words takes it off line until somebody has read it', async () => {
    const command = await published()
    await updateOffer({ ...command, ...written('job', { title: 'Aide de cuisine, homme uniquement' }) })
    expect(await rowOf(command.offerId)).toMatchObject({ state: 'in_review', flags: ['sex'] })
  })

  test('from a stale version changes nothing; the same words twice are saved once', async () => {
    const command = await published()
    const mine = written('job', { positions: 3 })
    expect(await updateOffer({ ...command, ...mine })).toMatchObject({ ok: true })
    expect(await updateOffer({ ...command, ...mine })).toMatchObject({ value: { version: 3 } })
    const other = written('job', { positions: 9 })
    expect(await updateOffer({ ...command, ...other })).toMatchObject({ refusal: { code: 'stale_version' } })
    expect(await rowOf(command.offerId)).toMatchObject({ positions: 3, version: 3 })
  })

  test('of another organisation is not found', async () => {
    const command = await published()
    const result = await updateOffer({ ...command, actor: await recruiterOf(), ...written() })
    expect(result).toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('copying an offer', () => {
  test('makes one draft with the dates of next year', async () => {
    const actor = await recruiterOf()
    const { id } = await draft(actor, { startsOn: '2025-09-01', endsOn: '2025-10-01' })
    const copyId = newId()
    const copy = () => copyOffer({ actor, offerId: id, copyId, now: NOW })
    expect(await copy()).toMatchObject({
      value: { id: copyId, state: 'draft', startsOn: '2026-09-01', endsOn: '2026-10-01', version: 1 },
    })
    expect(await copy()).toMatchObject({ ok: true })
    expect((await rowOf(copyId)).changes).toHaveLength(1)
  })

  test('of another organisation is not found', async () => {
    const { id } = await draft(await recruiterOf())
    const result = await copyOffer({ actor: await recruiterOf(), offerId: id, copyId: newId(), now: NOW })
    expect(result).toMatchObject({ refusal: { code: 'not_found' } })
  })
})
