import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/system/id.server.ts'
import { copyOffer } from '#app/use-cases/copy-offer.server.ts'
import { publishOffer } from '#app/use-cases/publish-offer.server.ts'
import { updateOffer } from '#app/use-cases/update-offer.server.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { draft, eventsOf, recruiterOf, rowOf, written } from '#tests/factories/written-offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
beforeAll(async () => {
  await createCommunes()
  await createReferences()
})

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
