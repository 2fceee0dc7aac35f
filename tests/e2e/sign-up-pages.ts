import { db } from '#app/db/client.server.ts'
import { saveRegistration } from '#app/db/registrations.server.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { NOW } from '#tests/factories/now.ts'
import type { ShownPage } from './show.ts'

const [firstName, lastName] = ['Awa', 'Diop']
const as = `${firstName} ${lastName}`

/** Somebody who has one question of the sign-up left: every question can be looked at. */
export async function createUnfinished(territoryId: string): Promise<void> {
  const { account } = await createNewcomer({ territoryId, firstName, lastName })
  const answers = {
    name: { firstName, lastName },
    commune: { communeCode: '02408' },
    occupation: { occupationCode: 'G1602', kinds: ['seasonal'] },
    travel: { means: 'public_transport', maxMinutes: 45 },
  }
  await saveRegistration(db(), { accountId: account.id, kind: 'candidate', answers, now: NOW })
}

/** The questions of the sign-up, as they are asked, refused, and asked again. */
export const SIGN_UP_PAGES: ShownPage[] = [
  { name: 'sign up, name', path: '/inscription/nom', as },
  { name: 'sign up, name, refused', path: '/inscription/nom', as, clear: 'lastName', press: 'Continuer' },
  { name: 'sign up, commune', path: '/inscription/commune', as },
  {
    name: 'sign up, commune, refused',
    path: '/inscription/commune',
    as,
    clear: 'commune',
    press: 'Continuer',
  },
  { name: 'sign up, occupation', path: '/inscription/metier?reprise', as },
  { name: 'sign up, way to work', path: '/inscription/trajet', as },
  { name: 'sign up, agreements', path: '/inscription/accords', as },
]
