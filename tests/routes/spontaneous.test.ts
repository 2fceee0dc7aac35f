import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { loader as readOwnList } from '#app/routes/mes-candidatures._index.tsx'
import { loader as readOwn, action as withdraw } from '#app/routes/mes-candidatures.$applicationId.tsx'
import { loader as readDashboard } from '#app/routes/structure._index.tsx'
import { loader as readReceived } from '#app/routes/structure.candidatures._index.tsx'
import { action as answer, loader as readOne } from '#app/routes/structure.candidatures.$applicationId.tsx'
import { loader as readOrganisation } from '#app/routes/structures.$organisationId._index.tsx'
import { action as propose, loader as readForm } from '#app/routes/structures.$organisationId.candidature.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { createSpontaneous } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'
import { createTestWorker, listDelivered, type TestWorker } from '#tests/workers/worker-context.ts'

useTestDatabase()

let worker: TestWorker
let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let person: Awaited<ReturnType<typeof createCandidate>>
let asRecruiter: string
let asPerson: string
beforeEach(async () => {
  await db().$executeRaw`truncate outbox_event, message, local_delivery, application, account cascade`
  worker = createTestWorker()
  worker.setNow(new Date())
  recruiter = await createRecruiter()
  const { territoryId } = recruiter.actor
  person = await createCandidate({ account: { territoryId, channel: 'email' } })
  asRecruiter = await signIn(recruiter.account.id)
  asPerson = await signIn(person.account.id)
})

const SENTENCE = 'Je connais bien le maraîchage.'
const there = (organisationId = recruiter.organisationId) => ({ organisationId })
const pathOf = (organisationId: string) => `/structures/${organisationId}`
const read = (cookie?: string, organisationId?: string) => {
  const params = there(organisationId)
  const request = requestTo(pathOf(params.organisationId), { cookie })
  return answerOf(() => readOrganisation(routeArgs(request, params)))
}
const send = (form: Record<string, string> = {}, organisationId?: string) => {
  const params = there(organisationId)
  const request = requestTo(`${pathOf(params.organisationId)}/candidature`, { cookie: asPerson, form })
  return answerOf(() => propose(routeArgs(request, params)))
}
const respond = (applicationId: string, form: Record<string, string>) => {
  const request = requestTo(`/structure/candidatures/${applicationId}`, { cookie: asRecruiter, form })
  return answerOf(() => answer(routeArgs(request, { applicationId })))
}
const only = () => db().application.findFirstOrThrow()
const own = (applicationId: string) =>
  readOwn(routeArgs(requestTo(`/mes-candidatures/${applicationId}`, { cookie: asPerson }), { applicationId }))

describe('the page of an organisation', () => {
  test('says who it is and its published offers, to anybody, and nothing of its people', async () => {
    const { organisationId, account } = recruiter
    const offer = await createOffer({ organisationId })
    await createOffer({ organisationId, state: 'draft', publishedAt: null })
    await createOffer()
    const { body } = await read()
    expect(body).toMatchObject({
      organisation: { id: organisationId, communeName: 'Laon' },
      offers: [{ offerId: offer.id }],
      canPropose: true,
      isCandidate: false,
    })
    for (const secret of [account.email, account.lastName, account.id])
      expect(JSON.stringify(body)).not.toContain(secret)
    expect((await read(asRecruiter)).body).toMatchObject({ canPropose: false })
  })

  test.each(['pending', 'closed'] as const)('is not there while the organisation is %s', async (state) => {
    const { id } = await createOrganisation({ state, territoryId: recruiter.actor.territoryId })
    expect((await read(undefined, id)).status).toBe(404)
    expect((await send({}, id)).status).toBe(404)
    expect((await read(undefined, unknownId())).status).toBe(404)
  })
})

describe('a candidate who proposes herself', () => {
  test('does it in one gesture, once; the organisation reads her, answers, and she is told', async () => {
    const sent = await Promise.all([send({ sentence: SENTENCE, wantedKind: 'seasonal' }), send(), send()])
    const { id } = await only()
    expect(new Set(sent.map(({ headers }) => headers.get('Location')))).toEqual(
      new Set([`/mes-candidatures/${id}?envoyee`]),
    )
    expect(await db().application.count()).toBe(1)
    expect((await listEvents()).filter(({ type }) => type === 'application.sent')).toHaveLength(1)
    expect((await read(asPerson)).body).toMatchObject({ standingId: id, canPropose: false })
    expect((await own(id)).title).toBe('Candidature spontanée')
    const list = await readOwnList(routeArgs(requestTo('/mes-candidatures', { cookie: asPerson })))
    expect(list.applications).toMatchObject([{ id, communeName: 'Laon' }])

    await worker.runAll()
    expect((await listDelivered()).map(({ text }) => text)).toEqual([
      expect.stringContaining('aimerait travailler avec vous'),
    ])
    const received = await readReceived(
      routeArgs(requestTo('/structure/candidatures', { cookie: asRecruiter })),
    )
    expect(received.applicants).toMatchObject([{ id, state: 'sent', isOpen: true }])
    const dashboard = await readDashboard(routeArgs(requestTo('/structure', { cookie: asRecruiter })))
    expect(dashboard).toMatchObject({ waitingCount: 1, toAnswer: [{ id, offerTitle: null }] })
    const { application } = await readOne(
      routeArgs(requestTo(`/structure/candidatures/${id}`, { cookie: asRecruiter }), { applicationId: id }),
    )
    expect(application).toMatchObject({ offer: null, contact: { email: person.account.email } })

    const refused = { intent: 'refuse', version: '1', reason: 'position_filled', isReasonShared: 'on' }
    expect((await respond(id, refused)).status).toBe(302)
    await worker.runAll()
    const [, told] = await listDelivered()
    expect(told).toMatchObject({ recipient: person.account.email })
    expect(told?.text).toContain('votre candidature spontanée n’est pas retenue')
    expect((await own(id)).progress.state).toBe('refused')
    expect((await read(asPerson)).body).toMatchObject({ standingId: null, canPropose: false })
    expect(await send({ sentence: SENTENCE })).toMatchObject({
      status: 409,
      body: { values: { sentence: SENTENCE } },
    })
  })

  test('keeps what she typed when it is too long, and takes an unknown kind for none', async () => {
    const sentence = 'x'.repeat(501)
    expect(await send({ sentence, wantedKind: 'job' })).toMatchObject({
      status: 422,
      body: { values: { sentence, wantedKind: 'job' }, errors: { sentence: [expect.any(String)] } },
    })
    await send({ wantedKind: 'clause' })
    expect(await only()).toMatchObject({ wantedKind: null, sentence: null })
  })

  test('may take it back, and then the organisation reads no more how to reach her', async () => {
    await send()
    const { id } = await only()
    const request = requestTo(`/mes-candidatures/${id}`, { cookie: asPerson, form: { intent: 'withdraw' } })
    expect((await answerOf(() => withdraw(routeArgs(request, { applicationId: id })))).status).toBe(302)
    await worker.runAll()
    expect(await listDelivered()).toEqual([])
    const { application } = await readOne(
      routeArgs(requestTo(`/structure/candidatures/${id}`, { cookie: asRecruiter }), { applicationId: id }),
    )
    expect(application).toMatchObject({ state: 'withdrawn', contact: null })
  })

  test('hired for a job, ends the job applications that wait elsewhere, and no other', async () => {
    const { profile } = person
    const organisationId = (await createOrganisation({ territoryId: recruiter.actor.territoryId })).id
    const waiting = { organisationId, profileId: profile.id }
    const job = await createSpontaneous({ ...waiting, wantedKind: 'job' })
    const elsewhere = (await createOrganisation({ territoryId: recruiter.actor.territoryId })).id
    const any = await createSpontaneous({ ...waiting, organisationId: elsewhere })
    await send({ wantedKind: 'job' })
    const { id } = await db().application.findFirstOrThrow({
      where: { organisationId: recruiter.organisationId },
    })
    expect((await respond(id, { intent: 'hire', version: '1' })).status).toBe(302)
    const stateOf = async (one: { id: string }) =>
      (await db().application.findUniqueOrThrow({ where: { id: one.id } })).state
    expect([await stateOf({ id }), await stateOf(job), await stateOf(any)]).toEqual([
      'hired',
      'obsolete',
      'sent',
    ])
    await worker.runAll()
    expect((await listDelivered()).some(({ text }) => text.includes('vous choisit. Bravo'))).toBe(true)
  })

  test('may not reach another territory', async () => {
    const away = await createRecruiter()
    await db().organisation.update({
      where: { id: away.organisationId },
      data: { territoryId: (await createTerritory({ departementCode: '60', name: 'Oise' })).id },
    })
    const { organisationId } = away
    expect((await send({}, organisationId)).status).toBe(404)
    const request = requestTo(`${pathOf(organisationId)}/candidature`, { cookie: asPerson })
    expect((await answerOf(() => readForm(routeArgs(request, { organisationId })))).status).toBe(404)
    expect((await read(asPerson, organisationId)).body).toMatchObject({ canPropose: false })
  })
})
