import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { FormState } from '#app/http/forms.server.ts'
import { action as edit, loader as editPage } from '#app/routes/structure.offres.$offerId.modifier.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { offerForm, type RawOfferForm } from '#tests/factories/offer-form.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let cookie: string
beforeAll(async () => {
  await createCommunes()
  await createReferences()
  recruiter = await createRecruiter()
  cookie = await signIn(recruiter.account.id)
})

const sendEdit = (offerId: string, form: RawOfferForm, as = cookie) =>
  answerOf(() =>
    edit(routeArgs(requestTo(`/structure/offres/${offerId}/modifier`, { cookie: as, form }), { offerId })),
  )
type Again = {
  form: FormState
  communeChoices: { value: string; label: string }[]
  present?: { label: string }[]
}
const againOf = (body: unknown) => body as Again
const ownOffer = (more: Parameters<typeof createOffer>[0] = {}) =>
  createOffer({ organisationId: recruiter.organisationId, territoryId: recruiter.actor.territoryId, ...more })

describe('changing an offer', () => {
  test('shows it, and sends back what was changed', async () => {
    const offer = await ownOffer()
    const page = await answerOf(() =>
      editPage(
        routeArgs(requestTo(`/structure/offres/${offer.id}/modifier`, { cookie }), { offerId: offer.id }),
      ),
    )
    const { values, version } = (page.body as { offer: { values: RawOfferForm; version: number } }).offer
    const form = {
      ...values,
      version: String(version),
      intent: 'save',
      title: 'Commis de cuisine',
      endsOn: '',
    }
    expect((await sendEdit(offer.id, { ...form, startsOn: '' })).status).toBe(302)
    expect(await db().offer.findUnique({ where: { id: offer.id } })).toMatchObject({
      title: 'Commis de cuisine',
      description: offer.description,
      version: 2,
      state: 'published',
    })
  })

  test('that somebody changed meanwhile keeps what was typed, tells what stands, and then saves', async () => {
    const offer = await ownOffer()
    const base = offerForm('job', { commune: 'Laon (02000)', startsOn: '', intent: 'save', version: '1' })
    expect((await sendEdit(offer.id, { ...base, title: 'Premier titre' })).status).toBe(302)
    const mine = { ...base, title: 'Second titre' }
    const stale = await sendEdit(offer.id, mine)
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({
      form: { values: { title: 'Second titre' }, formErrors: [expect.stringContaining('entre-temps')] },
      present: [{ label: 'Titre', value: 'Premier titre' }],
      version: 2,
    })
    expect(await db().offer.findUnique({ where: { id: offer.id } })).toMatchObject({
      title: 'Premier titre',
      version: 2,
    })
    expect((await sendEdit(offer.id, { ...mine, version: '2' })).status).toBe(302)
    expect(await db().offer.findUnique({ where: { id: offer.id } })).toMatchObject({
      title: 'Second titre',
      version: 3,
    })
  })

  test('saved by a double click is saved once', async () => {
    const offer = await ownOffer()
    const form = offerForm('job', { startsOn: '', intent: 'save', version: '1', title: 'Commis du soir' })
    const answers = await Promise.all([sendEdit(offer.id, form), sendEdit(offer.id, form)])
    expect(answers.map(({ status }) => status)).toEqual([302, 302])
    expect(await db().offer.findUnique({ where: { id: offer.id } })).toMatchObject({ version: 2 })
  })

  test('of another organisation, or of none, is not found', async () => {
    const other = await createOffer()
    const form = offerForm('job', { startsOn: '', intent: 'save', version: '1' })
    for (const id of [other.id, unknownId(), 'x', "1' or '1'='1"]) {
      expect((await sendEdit(id, form)).status).toBe(404)
      const page = answerOf(() =>
        editPage(routeArgs(requestTo('/structure/offres/x/modifier', { cookie }), { offerId: id })),
      )
      expect((await page).status).toBe(404)
    }
    expect(await db().offer.findUnique({ where: { id: other.id } })).toMatchObject({ version: 1 })
  })

  test('closed while it was being written is refused, and what was typed is kept', async () => {
    const offer = await ownOffer()
    const form = offerForm('job', { startsOn: '', intent: 'save', version: '1', title: 'Autre titre' })
    await db().offer.update({ where: { id: offer.id }, data: { state: 'withdrawn', version: 2 } })
    const { status, body } = await sendEdit(offer.id, form)
    expect(status).toBe(409)
    expect(body).toMatchObject({
      form: {
        values: { title: 'Autre titre' },
        formErrors: [expect.stringContaining('n’est plus possible')],
      },
      present: [],
    })
  })

  test('that is closed says so, and saves nothing', async () => {
    const offer = await ownOffer({ state: 'filled' })
    const page = await answerOf(() =>
      editPage(
        routeArgs(requestTo(`/structure/offres/${offer.id}/modifier`, { cookie }), { offerId: offer.id }),
      ),
    )
    expect(page).toMatchObject({ status: 200, body: { offer: { isEditable: false } } })
    const form = offerForm('job', { startsOn: '', intent: 'save', version: '1', title: 'Autre titre' })
    const { status, body } = await sendEdit(offer.id, form)
    expect(status).toBe(409)
    expect(againOf(body).form.values.title).toBe('Autre titre')
  })
})
