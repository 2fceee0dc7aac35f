import { stat } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { giveVoice, hearAll } from './voice.ts'
import { createGround } from './world.ts'

const LIMIT_MS = 120_000
const MOST_BYTES = 2048

const app = useE2eApp({
  worker: false,
  async prepare() {
    await createGround()
  },
})
const browser = useBrowser()

it(
  'reads the page aloud in French, stops, and goes on where it was',
  async () => {
    const page = await browser.open({ width: 360 })
    await giveVoice(page)
    await page.goto(`${app().url}/aide`)
    const title = (await page.locator('h1').textContent()) ?? ''
    const said = () => page.evaluate(() => window.said)
    await page.getByRole('button', { name: 'Écouter la page' }).click()
    expect(await said()).toEqual([`fr-FR ${title.match(/[^.!?…]+[.!?…]*/)?.[0].trim()}`])
    await page.evaluate(() => window.endSaying())
    expect(await said()).toHaveLength(2)
    await page.getByRole('button', { name: 'Arrêter la lecture' }).click()
    await page.evaluate(() => window.endSaying())
    expect(await said()).toHaveLength(2)
    await page.getByRole('button', { name: 'Reprendre la lecture' }).click()
    const [, second, again] = await said()
    expect(again).toBe(second)
    const all = await hearAll(page)
    await page.getByRole('button', { name: 'Écouter la page' }).waitFor()
    expect(all).toContain('mot de passe')
  },
  LIMIT_MS,
)

it(
  'offers nothing that a device cannot do, and weighs little',
  async () => {
    const without = await browser.open({ javaScript: false })
    await without.goto(`${app().url}/aide`)
    expect(await without.getByText('Écouter la page').isVisible()).toBe(false)
    const mute = await browser.open()
    await mute.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }))
    await mute.goto(`${app().url}/aide`, { waitUntil: 'load' })
    expect(await mute.getByText('Écouter la page').isVisible()).toBe(false)
    expect((await stat('app/enhancements/read-aloud.js')).size).toBeLessThanOrEqual(MOST_BYTES)
  },
  LIMIT_MS,
)
