import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn, textOf } from './gestures.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 120_000

const CALLERS = [
  { javaScript: true, firstName: 'Yolande', lastName: 'Marchetti' },
  { javaScript: false, firstName: 'Fernand', lastName: 'Delacroix' },
]

const app = useE2eApp({
  async prepare() {
    await createGround()
    await createProfessional('hotline', { firstName: 'Samira', lastName: 'Bouzid' })
    await createProfessional('referent', { firstName: 'Inès', lastName: 'Morel' })
    for (const { firstName, lastName } of CALLERS) await createCandidate({ account: { firstName, lastName } })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

describe('somebody calls to be written to no more, then to be erased', () => {
  it.each(CALLERS)(
    '$firstName, JavaScript $javaScript',
    async ({ javaScript, firstName, lastName }) => {
      const agent = await browser.open({ javaScript })
      await signIn(agent, app(), 'Samira Bouzid')
      const { id } = await db().account.findFirstOrThrow({ where: { lastName } })
      const person = `${app().url}/accueil/personnes/${id}`
      const main = agent.locator('main')

      await agent.goto(person)
      await agent.getByRole('link', { name: 'Qui l’accompagne' }).click()
      await agent.getByLabel('Référent·e').selectOption({ label: 'Inès Morel' })
      await agent.getByRole('button', { name: 'Noter' }).click()
      await agent.getByText('Inès Morel, depuis le').waitFor()

      await agent.goto(person)
      await agent.getByRole('link', { name: 'Elle ne veut plus de messages sur des offres' }).click()
      await agent.getByRole('heading', { level: 1, name: 'Ne plus lui écrire sur des offres' }).waitFor()
      await agent.getByRole('button', { name: 'Ne plus lui écrire sur des offres' }).click()
      await agent.getByText('Vérifiez d’abord que c’est bien cette personne.').first().waitFor()
      await agent.getByLabel('Au téléphone').check()
      await agent.getByLabel(/^J’ai vérifié/).check()
      await agent.getByRole('button', { name: 'Ne plus lui écrire sur des offres' }).click()
      await agent.waitForURL(person)
      expect(
        await agent.getByRole('link', { name: 'Elle ne veut plus de messages sur des offres' }).count(),
      ).toBe(0)

      await agent.getByRole('link', { name: 'Effacer son compte, à sa demande' }).click()
      await agent.getByLabel('Devant moi').check()
      await agent.getByLabel(/^J’ai vérifié/).check()
      await agent.getByRole('button', { name: 'Oui, effacer son compte' }).click()
      await agent.getByText('Le compte est effacé').waitFor()
      await agent.getByLabel('Qui cherchez-vous ?').fill(`${firstName} ${lastName}`)
      await agent.getByRole('button', { name: 'Chercher' }).click()
      await agent.getByText('Personne de ce nom').waitFor()
      expect(await textOf(main)).not.toContain(`${lastName},`)
      expect((await agent.goto(person))?.status()).toBe(404)
    },
    LIMIT_MS,
  )
})
