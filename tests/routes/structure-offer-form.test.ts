import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'
import type { FormState } from '#app/http/forms.server.ts'
import { action as create, loader as createPage } from '#app/routes/structure.offres.nouvelle.tsx'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { offerForm, type RawOfferForm } from '#tests/factories/offer-form.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let cookie: string
beforeAll(async () => {
  await createCommunes()
  await createReferences()
  recruiter = await createRecruiter()
  cookie = await signIn(recruiter.account.id)
})

const pathOf = (kind: OfferKind) => `/structure/offres/nouvelle?genre=${OFFER_KIND_SLUGS[kind]}`
const typed = (kind: OfferKind, overrides: RawOfferForm = {}): RawOfferForm =>
  offerForm(kind, { intent: 'save', offerId: unknownId(), startsOn: '', endsOn: '', ...overrides })
const send = (kind: OfferKind, form: RawOfferForm, as = cookie) =>
  answerOf(() => create(routeArgs(requestTo(pathOf(kind), { cookie: as, form }))))
type Again = {
  form: FormState
  communeChoices: { value: string; label: string }[]
  present?: { label: string }[]
}
const againOf = (body: unknown) => body as Again
describe('the page to write an offer', () => {
  test('offers four kinds, then the form of one, and changes nothing', async () => {
    const before = await countRows()
    const read = (path: string) => answerOf(() => createPage(routeArgs(requestTo(path, { cookie }))))
    expect((await read('/structure/offres/nouvelle')).body).toBeNull()
    expect((await read('/structure/offres/nouvelle?genre=autre')).body).toBeNull()
    for (const kind of OFFER_KINDS)
      expect((await read(pathOf(kind))).body).toMatchObject({
        kind,
        values: { commune: 'Laon (02000)', replyDelayDays: '7' },
        choices: { occupations: [{ value: 'A1405' }, { value: 'G1602' }, { value: 'G1605' }] },
      })
    expect(await countRows()).toEqual(before)
  })

  test('is for recruiters', async () => {
    const read = (as?: string) =>
      answerOf(() => createPage(routeArgs(requestTo(pathOf('job'), { cookie: as }))))
    const anonymous = await read()
    expect(anonymous.status).toBe(302)
    expect(anonymous.headers.get('Location')).toMatch(/^\/connexion\?suite=/)
    const officer = await createOfficer()
    expect((await read(await signIn(officer.account.id))).status).toBe(404)
    const { account } = await createCandidate()
    expect((await read(await signIn(account.id))).status).toBe(404)
  })
})

describe('writing an offer', () => {
  test.each(OFFER_KINDS)('of kind %s saves a draft and shows it', async (kind) => {
    const form = typed(kind)
    const answer = await send(kind, form)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe(`/structure/offres/${form.offerId}?fait=create`)
    expect(await db().offer.findUnique({ where: { id: String(form.offerId) } })).toMatchObject({
      kind,
      state: 'draft',
      communeCode: '02408',
      organisationId: recruiter.organisationId,
    })
  })

  const html = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  const BAD: [string, OfferKind, RawOfferForm, string[]][] = [
    ['an unknown commune', 'job', { commune: 'Atlantide' }, ['commune']],
    ['dates reversed', 'job', { startsOn: '2027-02-01', endsOn: '2027-01-01' }, ['endsOn']],
    ['49 hours', 'job', { hoursPerWeek: '49' }, ['hoursPerWeek']],
    ['20,000 characters', 'job', { description: 'a'.repeat(20_000) }, ['description']],
    ['a title of emoji', 'job', { title: '🍎🍐🍊🍋🍌🍉' }, ['title']],
    ['a short mission', 'volunteering', { description: 'Venez nous aider le mardi matin.' }, ['description']],
    [
      'a forged contract',
      'clause',
      { contract: 'x', eligiblePublics: ['y'] },
      ['contract', 'eligiblePublics'],
    ],
    ['a forged occupation', 'job', { occupationCode: 'A0000' }, ['occupationCode']],
    ['a forged licence and skill', 'job', { licences: ['Z'], skills: ['z'] }, ['licences', 'skills']],
  ]
  test.each(BAD)(
    'with %s shows all that was typed and what to put right',
    async (_, kind, overrides, fields) => {
      const before = await countRows()
      const form = typed(kind, overrides)
      const { status, body } = await send(kind, form)
      expect(status).toBe(422)
      const again = againOf(body).form
      expect(Object.keys(again.errors).sort()).toEqual(fields.sort())
      for (const sentences of Object.values(again.errors))
        for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÉ].+\.$/)
      for (const [name, value] of Object.entries(form))
        if ([value].flat().length > 0) expect([again.values[name]].flat()).toEqual([value].flat())
      expect(await countRows()).toEqual(before)
    },
  )

  test('with HTML in every field keeps it as the text it is, or says what is wrong', async () => {
    const form = Object.fromEntries(
      Object.entries(typed('job')).map(([name, value]) =>
        ['title', 'description', 'address', 'pay'].includes(name)
          ? [name, `Aide de cuisine ${html}`]
          : [name, value],
      ),
    )
    const answer = await send('job', form)
    expect(answer.status).toBe(302)
    expect(await db().offer.findUnique({ where: { id: String(form.offerId) } })).toMatchObject({
      title: `Aide de cuisine ${html}`,
      description: `Aide de cuisine ${html}`,
      pay: `Aide de cuisine ${html}`,
    })
    const all = Object.fromEntries(Object.keys(typed('job')).map((name) => [name, html]))
    const refused = await send('job', { ...all, offerId: unknownId(), intent: 'save' })
    expect(refused.status).toBe(422)
    expect(againOf(refused.body).form.values.positions).toBe(html)
  })

  test('in a postal code of several communes asks which, then takes the one picked', async () => {
    const form = typed('seasonal', { commune: '02140' })
    const asked = await send('seasonal', form)
    expect(asked.status).toBe(422)
    expect(againOf(asked.body)).toMatchObject({
      form: { errors: { communeCode: [expect.stringContaining('Choisissez')] } },
      communeChoices: [
        { value: '02789', label: 'Vervins (02140)' },
        { value: '02321', label: 'Fontaine-lès-Vervins (02140)' },
      ],
    })
    expect((await send('seasonal', { ...form, communeCode: '02321' })).status).toBe(302)
    expect(await db().offer.findUnique({ where: { id: String(form.offerId) } })).toMatchObject({
      communeCode: '02321',
    })
  })

  test('can ask for what is usual for the occupation: nothing typed changes, and nothing is saved yet', async () => {
    const before = await countRows()
    const page = await answerOf(() => createPage(routeArgs(requestTo(pathOf('job'), { cookie }))))
    const { values } = page.body as { values: RawOfferForm }
    const form = { ...values, intent: 'propose', offerId: unknownId(), occupationCode: 'G1602', title: 'x' }
    const { status, body } = await send('job', form)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      form: { values: { title: 'x', hoursPerWeek: '39', proposedFor: 'G1602' }, errors: {} },
      choices: { skills: [{ value: 'dresser-assiettes' }, { value: 'eplucher-couper' }] },
      proposed: ['hoursPerWeek', 'slots'],
    })
    const typedOver = await send('job', { ...form, ...againOf(body).form.values, hoursPerWeek: '20' })
    expect(typedOver.body).toMatchObject({ form: { values: { hoursPerWeek: '20' } }, proposed: ['slots'] })
    expect(await countRows()).toEqual(before)
  })

  test('is told again what was proposed when something is to be put right', async () => {
    const asked = await send('job', { offerId: unknownId(), occupationCode: 'G1602', intent: 'propose' })
    const { values } = againOf(asked.body).form
    const refused = await send('job', { ...values, intent: 'save' })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ proposed: ['title', 'slots'] })
  })

  test('clicked twice at once is one draft', async () => {
    const form = typed('job')
    const answers = await Promise.all([send('job', form), send('job', form)])
    expect(answers.map(({ status }) => status)).toEqual([302, 302])
    expect(await db().offer.count({ where: { id: String(form.offerId) } })).toBe(1)
  })

  test('under a forged id is not found, and leaves that offer alone', async () => {
    const other = await createOffer({ state: 'draft' })
    expect((await send('job', typed('job', { offerId: other.id }))).status).toBe(404)
    expect((await send('job', typed('job', { offerId: '../../etc' }))).status).toBe(404)
    expect(await db().offer.findUnique({ where: { id: other.id } })).toMatchObject({
      title: other.title,
      version: 1,
    })
  })

  test('of no kind is not found', async () => {
    const form = typed('job')
    const request = requestTo('/structure/offres/nouvelle?genre=toString', { cookie, form })
    expect((await answerOf(() => create(routeArgs(request)))).status).toBe(404)
  })
})
