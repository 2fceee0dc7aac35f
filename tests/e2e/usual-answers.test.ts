import { expect, it } from 'vitest'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { loadAxe, violations } from './axe.ts'
import { signIn, textOf } from './gestures.ts'
import { createEmployer, createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 120_000
const RECRUITER = 'Hélène Caron'
const { kitchenHelp, grapePicker } = OCCUPATIONS

const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    await createEmployer({ territoryId, name: 'Auberge du Laonnois', recruiterName: RECRUITER })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

it.each([{ javaScript: true }, { javaScript: false }])(
  'an occupation proposes its usual answers and leaves what was typed, with scripts: $javaScript',
  async ({ javaScript }) => {
    const page = await browser.open({ javaScript, width: 360 })
    await signIn(page, app(), RECRUITER)
    await page.goto(`${app().url}/structure/offres/nouvelle?genre=emploi`)
    const occupation = page.locator('select[name=occupationCode]')
    const value = (name: string) => page.locator(`form.offer-form [name="${name}"]`).first().inputValue()
    const choose = async (code: string) => {
      await occupation.selectOption(code)
      if (!javaScript) await page.getByRole('button', { name: 'Proposer les réponses habituelles' }).click()
      await page.locator(`[name=proposedFor][value="${code}"]`).waitFor({ state: 'attached' })
    }

    await page.getByLabel('Description').fill('Préparer les légumes, tenir le poste propre.')
    await choose(kitchenHelp.romeCode)
    await page.getByText('Proposé pour ce métier, à corriger si besoin').waitFor()
    expect(await value('title')).toBe(kitchenHelp.label)
    expect(await value('hoursPerWeek')).toBe('39')
    expect(await value('description')).toBe('Préparer les légumes, tenir le poste propre.')
    expect(await page.locator('[name=slots]:checked').count()).toBe(10)
    expect(await page.locator('[name=skills]').count()).toBe(kitchenHelp.skills.length)
    expect(await page.locator('[name=skills]:checked, [name=licences]:checked').count()).toBe(0)

    // Without scripts axe cannot run: the page is the same.
    if (javaScript) {
      await loadAxe(page)
      expect(await violations(page)).toEqual([])
    }

    await page.getByLabel('Heures par semaine').fill('20')
    await page.getByLabel('Titre', { exact: true }).fill('Commis au lycée')
    await choose(grapePicker.romeCode)
    expect(await value('title')).toBe('Commis au lycée')
    expect(await value('hoursPerWeek')).toBe('20')
    expect(await page.locator('[name=slots]:checked').count()).toBe(0)
    expect(await textOf(page.locator('main'))).not.toContain('Proposé pour ce métier')
    expect(await page.locator('[name=skills]').count()).toBe(grapePicker.skills.length)
  },
  LIMIT_MS,
)
