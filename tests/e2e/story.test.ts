import { describe, expect, it } from 'vitest'
import { displayPhone } from '#app/domain/phone.ts'
import { offerForm } from '#tests/factories/offer-form.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { fillFields, readMessage, reloadUntil, signIn, textOf } from './gestures.ts'
import { STORIES, type Story } from './stories.ts'
import { createEmployer, createGround, createSeeker, openDemoAccounts } from './world.ts'

const LIMIT_MS = 150_000

const reach = new Map<string, { phone: string; email: string }>()

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    for (const story of STORIES) {
      const { employer: name, recruiter: recruiterName, kind } = story
      const state = story.isNew ? 'pending' : 'verified'
      await createEmployer({
        territoryId,
        name,
        recruiterName,
        state,
        kind: kind === 'volunteering' ? 'association' : 'employer',
      })
      for (const [person, channel] of [
        [story.bySms, 'sms'],
        [story.byMail, 'email'],
      ] as const) {
        const { account } = await createSeeker({ territoryId, name: person, kind, channel })
        reach.set(person, { phone: displayPhone(account.phone ?? ''), email: account.email ?? '' })
      }
    }
    await openDemoAccounts()
  },
})
const browser = useBrowser()

const reachOf = (name: string) => reach.get(name) ?? { phone: '', email: '' }

/** What the organisation writes; a mission asks for no experience. */
const written = ({ kind, title }: Story) =>
  offerForm(kind, {
    title,
    occupationCode: 'G1602',
    positions: '1',
    ...(kind === 'volunteering' && { experience: '' }),
  })

async function publish(story: Story) {
  const { kindLabel, recruiter, isNew, javaScript } = story
  const page = await browser.open({ javaScript })
  await signIn(page, app(), recruiter)
  await page
    .locator('main')
    .getByRole('link', { name: /Publier une offre/ })
    .click()
  await page.getByRole('link', { name: kindLabel, exact: true }).click()
  await fillFields(page, written(story))
  await page.getByRole('button', { name: 'Proposer les réponses habituelles' }).click()
  await fillFields(page, { skills: ['eplucher-couper', 'dresser-assiettes'] })
  await page.getByRole('button', { name: 'Enregistrer et relire' }).click()
  await page.getByRole('button', { name: isNew ? 'Donner à relire' : 'Publier l’offre' }).click()
  await page
    .getByText(isNew ? 'nous la relisons' : 'Votre offre est en ligne')
    .first()
    .waitFor()
  return page
}

async function review({ title, javaScript }: Story) {
  const officer = await browser.open({ javaScript })
  await signIn(officer, app(), 'Claire Dumont')
  await officer.locator('#a-relire').or(officer.locator('main')).getByRole('link', { name: title }).click()
  await officer.getByText('Première offre de cette structure').waitFor()
  await officer.getByRole('button', { name: 'Mettre en ligne' }).click()
  await officer.waitForURL((url) => url.pathname === '/bureau')
}

async function findAsAnybody({ title, words, javaScript }: Story) {
  const anybody = await browser.open({ javaScript, width: 360 })
  await reloadUntil(
    anybody,
    `${app().url}/offres?${new URLSearchParams({ q: words, lieu: 'Laon', rayon: '10' })}`,
    anybody.getByRole('link', { name: title, exact: true }),
  )
  await anybody.getByRole('link', { name: title, exact: true }).click()
  await anybody.getByRole('heading', { level: 1, name: title }).waitFor()
  const text = await textOf(anybody.locator('main'))
  for (const { phone, email } of reach.values()) {
    expect(text).not.toContain(phone)
    expect(text).not.toContain(email)
  }
}

async function approveBoth({ title, bySms, byMail, javaScript }: Story) {
  const officer = await browser.open({ javaScript })
  await signIn(officer, app(), 'Claire Dumont')
  const line = officer.locator('tr', { hasText: title })
  await reloadUntil(
    officer,
    `${app().url}/bureau`,
    line.filter({ has: officer.getByRole('cell', { name: '2', exact: true }) }),
  )
  await line.getByRole('link', { name: title }).click()
  for (const name of [bySms, byMail]) {
    const row = officer.locator('.proposal', { hasText: name })
    expect(Number.parseInt(await textOf(row.locator('.proposal-score .score-number')), 10)).toBeGreaterThan(
      40,
    )
    expect(await textOf(row)).toContain('À apprendre : dresser les assiettes')
    await row.getByText('Pourquoi ce score').click()
    expect(await row.locator('.score-row').count()).toBeGreaterThan(2)
    await row.getByText('C’est le métier demandé.').waitFor()
    await row.getByRole('button', { name: 'Approuver et écrire' }).click()
    await row.locator('.proposal-actions strong').waitFor()
  }
}

async function applyFromSms({ title, bySms, javaScript }: Story) {
  const candidate = await browser.open({ javaScript, width: 360 })
  const text = await readMessage(candidate, app(), { to: reachOf(bySms).phone, words: 'Pour vous' })
  expect(text).toContain('1 partie')
  const link = text.match(/http:\/\/\S+\/r\/\S+/)?.[0] ?? ''
  await candidate.goto(link)
  await candidate.getByRole('link', { name: title }).waitFor()
  await candidate.getByRole('button', { name: 'Je postule' }).click()
  await candidate.getByText('Vous avez postulé').waitFor()
  expect(await candidate.getByRole('button', { name: 'Je postule' }).count()).toBe(0)
}

async function declineFromMail({ title, byMail, javaScript }: Story) {
  const candidate = await browser.open({ javaScript, width: 360 })
  await readMessage(candidate, app(), { to: reachOf(byMail).email, words: title })
  await signIn(candidate, app(), byMail)
  await candidate.getByRole('button', { name: `Non merci : ${title}` }).click()
  await candidate.getByText('Cette offre ne vous sera plus proposée').waitFor()
}

async function answer({ bySms, title, recruiter, javaScript }: Story) {
  const employer = await browser.open({ javaScript })
  await signIn(employer, app(), recruiter)
  await employer
    .locator('#a-repondre, main')
    .last()
    .getByRole('link', { name: bySms.split(' ')[0] })
    .first()
    .click()
  const badge = employer.locator('.page-header, main').first()
  await employer.getByRole('button', { name: /J’ai lu/ }).click()
  await badge.getByText('Vue', { exact: true }).first().waitFor()
  await employer.getByRole('button', { name: /étudie/ }).click()
  await badge.getByText('À l’étude', { exact: true }).first().waitFor()
  await employer.getByText('Proposer un entretien').click()
  await employer.getByLabel('Jour').fill('2026-06-04')
  await employer.getByLabel('Heure').fill('14:30')
  await employer.getByRole('button', { name: 'Proposer l’entretien' }).click()
  await badge.getByText('Entretien prévu', { exact: true }).first().waitFor()
  const reader = await browser.open({ javaScript })
  await readMessage(reader, app(), { to: reachOf(bySms).phone, words: /14 ?h ?30/ })
  await employer.getByText('Retenir cette personne').click()
  await employer.getByRole('button', { name: 'Oui, je la retiens' }).click()
  await badge.getByText('Retenue', { exact: true }).first().waitFor()
  await signIn(reader, app(), bySms)
  await reader.getByRole('link', { name: 'Mes candidatures' }).first().click()
  await reader.getByRole('link', { name: title }).click()
  await reader.getByText('Bonne nouvelle : la structure a dit oui').waitFor()
}

describe('from the offer to the hire', () => {
  it.each(STORIES)(
    '$kind, JavaScript $javaScript, new organisation $isNew',
    async (story) => {
      await publish(story)
      if (story.isNew) await review(story)
      await findAsAnybody(story)
      await approveBoth(story)
      await applyFromSms(story)
      await declineFromMail(story)
      await answer(story)
    },
    LIMIT_MS,
  )
})
