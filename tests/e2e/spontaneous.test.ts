import { it } from 'vitest'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn } from './gestures.ts'
import { createEmployer, createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 90_000
const RECRUITER = 'Anne Colin'
const PERSON = 'Nadia Benali'
const NAME = 'Domaine des Coteaux'
const SENTENCE = 'J’ai fait trois vendanges.'

let offerId = ''
const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    const { organisationId } = await createEmployer({ territoryId, name: NAME, recruiterName: RECRUITER })
    offerId = (await createOffer({ territoryId, organisationId })).id
    await createCandidate({ account: { territoryId, firstName: 'Nadia', lastName: 'Benali' } })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

it(
  'somebody finds an organisation by its offer, proposes herself without any, and reads its answer, without scripts',
  async () => {
    const person = await browser.open({ javaScript: false, width: 360 })
    await signIn(person, app(), PERSON)
    await person.goto(`${app().url}/offres/${offerId}`)
    await person.getByRole('link', { name: `Voir ${NAME} et ses offres` }).click()
    await person.getByRole('heading', { level: 1, name: NAME }).waitFor()
    await person.getByRole('link', { name: 'J’écris d’abord une phrase' }).click()
    await person.getByLabel('Une saison').check()
    await person.getByLabel('Une phrase pour vous présenter').fill(SENTENCE)
    await person.getByRole('button', { name: 'Je me propose' }).click()
    await person.getByText('C’est envoyé').waitFor()
    const own = person.url()

    const recruiter = await browser.open({ javaScript: false, width: 360 })
    await signIn(recruiter, app(), RECRUITER)
    await recruiter.goto(`${app().url}/structure`)
    await recruiter.getByRole('link', { name: 'Candidatures spontanées' }).click()
    await recruiter.getByRole('link', { name: 'Nadia B.' }).click()
    await recruiter.getByText(SENTENCE).waitFor()
    await recruiter.getByRole('button', { name: 'J’ai lu sa candidature' }).click()
    await recruiter.getByText('C’est noté, et la personne le saura.').waitFor()

    await person.goto(own)
    await person.locator('main').getByText('Votre candidature a été lue').waitFor()
  },
  LIMIT_MS,
)
