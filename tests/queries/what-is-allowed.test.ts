import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { createOrganisationVerification } from '#app/db/organisation-verifications.server.ts'
import { readReference } from '#app/db/reference.server.ts'
import { saveRegistration } from '#app/db/registrations.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { getDecisionForm, getWaitingRequests } from '#app/queries/account-decision.server.ts'
import { getApplicantFileToken } from '#app/queries/cv-file.server.ts'
import { getDuplicateChoice } from '#app/queries/duplicate-choice.server.ts'
import { getHotlinePerson } from '#app/queries/hotline-person.server.ts'
import { getOfferToEdit } from '#app/queries/offer-form.server.ts'
import { getOrganisationCodePage } from '#app/queries/organisation-code-page.server.ts'
import { getOwnDataPage } from '#app/queries/own-data.server.ts'
import { getOwnMatch } from '#app/queries/own-match.server.ts'
import { getPersonCard } from '#app/queries/person-card.server.ts'
import { getProfessionalsPage } from '#app/queries/professionals-page.server.ts'
import { getReferentPage } from '#app/queries/referent-page.server.ts'
import { getRegistrationAgreements } from '#app/queries/registration-agreements.server.ts'
import { getRightOnBehalf } from '#app/queries/right-on-behalf.server.ts'
import { getTeamPage } from '#app/queries/team-page.server.ts'
import { newId } from '#app/system/id.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCvFile } from '#tests/factories/cv-file.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createWaitingRequest } from '#tests/factories/suspension-request.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

async function createScene() {
  const oise = (await createTerritory({ departementCode: '60', name: 'Oise' })).id
  const person = await createCandidate()
  const recruiter = await createRecruiter()
  const offer = await createOffer({ organisationId: recruiter.organisationId })
  await createCvFile({ profileId: person.profile.id })
  return {
    hotline: (await createProfessional('hotline')).actor,
    officer: (await createProfessional('relation_officer')).actor,
    colleague: (await createProfessional('relation_officer')).actor,
    referent: (await createProfessional('referent')).actor,
    administrator: (await createProfessional('administrator')).actor,
    farHotline: (await createProfessional('hotline', { territoryId: oise })).actor,
    candidate: person.actor,
    accountId: person.account.id,
    profileId: person.profile.id,
    recruiter: recruiter.actor,
    offer,
  }
}

let scene: Awaited<ReturnType<typeof createScene>>
beforeAll(async () => {
  scene = await createScene()
})

const NOT_FOUND = { ok: false, refusal: { code: 'not_found' } }

describe('pages about somebody', () => {
  type Read = (actor: Actor, accountId: string) => Promise<object>
  const PAGES: [string, Read][] = [
    ['as the hotline helps her', (actor, id) => getHotlinePerson(actor, id, NOW)],
    ['of whom she may be a double', (actor, id) => getDuplicateChoice(actor, id, NOW)],
    ['who accompanies her', (actor, id) => getReferentPage(actor, id, NOW)],
    [
      'what is taken back for her',
      (actor, accountId) => getRightOnBehalf(actor, { accountId, right: 'messages' }, NOW),
    ],
    ['her erasure', (actor, accountId) => getRightOnBehalf(actor, { accountId, right: 'effacement' }, NOW)],
    ['her card', (actor, id) => getPersonCard(actor, id, NOW)],
  ]

  test.each(PAGES)('%s: the hotline of the territory reads it, and nobody else', async (_, read) => {
    const { accountId } = scene
    expect(await read(scene.hotline, accountId)).toMatchObject({ ok: true, value: { accountId } })
    for (const actor of [
      scene.officer,
      scene.administrator,
      scene.referent,
      scene.candidate,
      scene.farHotline,
    ])
      expect({ by: actor.kind, ...(await read(actor, accountId)) }).toMatchObject({
        by: actor.kind,
        ...NOT_FOUND,
      })
  })

  test('what may be proposed: to the desks of the territory, each sent back to its own list', async () => {
    const { accountId } = scene
    const form = (actor: Actor) => getDecisionForm(actor, accountId, NOW)
    const back = (href: string) => ({ ok: true, value: { kind: 'suspend', back: { href } } })
    expect(await form(scene.hotline)).toMatchObject(back(`/accueil/personnes/${accountId}`))
    expect(await form(scene.officer)).toMatchObject(back('/accueil/decisions'))
    for (const actor of [scene.referent, scene.candidate, scene.farHotline])
      expect(await form(actor)).toMatchObject(NOT_FOUND)
  })

  test('what waits for a second person is decided by another one than whoever proposed it', async () => {
    const { account } = await createCandidate()
    const id = await createWaitingRequest(account.id, scene.officer.accountId)
    const asked = async (actor: typeof scene.officer) => {
      const result = await getWaitingRequests(actor, NOW)
      return result.ok && result.value.find((one) => one.id === id)?.canDecide
    }
    expect([await asked(scene.officer), await asked(scene.colleague)]).toEqual([false, true])
    await db().suspensionRequest.delete({ where: { id } })
  })

  test('the hotline takes back what stands, and a double already said is not chosen again', async () => {
    const result = await getHotlinePerson(scene.hotline, scene.accountId, NOW)
    expect(result).toMatchObject({ value: { rights: ['messages', 'visibilite', 'effacement'] } })
    const { account } = await createCandidate({
      account: { status: 'suspended', suspensionReason: 'duplicate' },
    })
    expect(await getDuplicateChoice(scene.hotline, account.id, NOW)).toMatchObject({
      refusal: { code: 'transition_impossible' },
    })
  })

  test('whoever comes back from a card goes where she or he may', async () => {
    const { account } = await createCandidate()
    const { id: accountId } = account
    const { accountId: recordedById } = scene.officer
    await db().consent.create({
      data: { id: newId(), accountId, purpose: 'registration', how: 'counter', recordedById, givenAt: NOW },
    })
    const card = (actor: Actor) => getPersonCard(actor, accountId, NOW)
    expect(await card(scene.hotline)).toMatchObject({ value: { back: `/accueil/personnes/${accountId}` } })
    expect(await card(scene.officer)).toMatchObject({ value: { back: '/accueil/inscrire' } })
    expect(await card(scene.colleague)).toMatchObject(NOT_FOUND)
  })
})

describe('one’s own pages', () => {
  test('an account is erased by its person, but for a professional’s', async () => {
    const can = async (actor: Extract<Actor, { accountId: string }>) => (await getOwnDataPage(actor))?.can
    expect(await can(scene.candidate)).toEqual({ erase: true, withdrawConsent: true })
    expect(await can(scene.officer)).toEqual({ erase: false, withdrawConsent: true })
  })

  test('an administrator ends every post but her or his own', async () => {
    const { professionals } = await getProfessionalsPage(scene.administrator, NOW)
    const kept = professionals.filter(({ canEnd }) => !canEnd)
    expect(kept.map(({ id }) => id)).toEqual([scene.administrator.accountId])
    expect(professionals.length).toBeGreaterThan(1)
  })

  test('the code of an organisation is typed by whoever asked for it', async () => {
    const id = newId()
    const { organisationId, accountId } = scene.recruiter
    const dates = { createdAt: NOW, expiresAt: NOW }
    await createOrganisationVerification(db(), { id, organisationId, accountId, ...dates })
    expect(await getOrganisationCodePage(scene.recruiter, id)).not.toBeNull()
    expect(await getOrganisationCodePage(scene.officer, id)).toBeNull()
  })

  test('a team is shown to its members', async () => {
    const { organisationId } = await createRecruiter()
    expect(await getTeamPage(scene.recruiter, NOW)).not.toBeNull()
    expect(await getTeamPage({ ...scene.recruiter, organisationId }, NOW)).toBeNull()
  })

  test('the agreements are asked last', async () => {
    const { actor } = await createNewcomer()
    const name = { firstName: 'Lucie', lastName: 'Moreau' }
    const save = (answers: object) =>
      saveRegistration(db(), { accountId: actor.accountId, kind: 'candidate', answers, now: NOW })
    await save({ name })
    expect(await getRegistrationAgreements(actor)).toBeNull()
    await save({
      name,
      commune: { communeCode: '02408' },
      occupation: { occupationCode: null, kinds: [] },
      travel: { means: 'car', maxMinutes: 30 },
    })
    expect(await getRegistrationAgreements(actor)).toEqual({ monthlySolicitations: expect.any(Number) })
  })
})

describe('pages about offers and applications', () => {
  test('an offer is changed until it is closed', async () => {
    const { organisationId } = scene.recruiter
    const closed = await createOffer({ organisationId, state: 'filled' })
    const isEditable = async (offerId: string) =>
      (await getOfferToEdit({ actor: scene.recruiter, offerId }))?.isEditable
    expect([await isEditable(scene.offer.id), await isEditable(closed.id)]).toEqual([true, false])
  })

  test('why an offer is for somebody is told to a candidate alone', async () => {
    const offer = await findOffer(db(), { kind: 'public' }, scene.offer.id)
    if (!offer) throw new Error('no offer')
    const reference = await readReference()
    expect(await getOwnMatch(scene.candidate, { offer, now: NOW, reference })).not.toBeNull()
    for (const actor of [scene.recruiter, scene.officer, { kind: 'system' } as const])
      expect(await getOwnMatch(actor, { offer, now: NOW, reference })).toBeNull()
  })

  test('a file of CV is read with the contact, and no more once the application is taken back', async () => {
    const { profileId, offer, recruiter: actor } = scene
    const read = async (state: 'sent' | 'withdrawn') => {
      const { id: applicationId } = await createApplication({ offerId: offer.id, profileId, state })
      const result = await getApplicantFileToken({ actor, applicationId, now: NOW })
      await db().application.delete({ where: { id: applicationId } })
      return result
    }
    expect(await read('sent')).toMatchObject({ ok: true })
    expect(await read('withdrawn')).toMatchObject(NOT_FOUND)
  })
})
