import { REGISTRATION_PATHS } from '#app/domain/registration.labels.ts'
import { REGISTRATION_STEPS, type RegistrationStep } from '#app/domain/registration.ts'
import { loader as entryLoader } from '#app/routes/inscription._index.tsx'
import * as agreements from '#app/routes/inscription.accords.tsx'
import * as commune from '#app/routes/inscription.commune.tsx'
import * as occupation from '#app/routes/inscription.metier.tsx'
import * as name from '#app/routes/inscription.nom.tsx'
import * as travel from '#app/routes/inscription.trajet.tsx'
import { createCommunes } from '#tests/factories/commune.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { type Answer, answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

export type Form = Record<string, string | string[]>
const ROUTES = { name, commune, occupation, travel, agreements }

/** A right answer to each question, as the browser sends it. */
export const RIGHT: Record<RegistrationStep, Form> = {
  name: { firstName: 'Awa', lastName: 'N’Diaye' },
  commune: { commune: 'Laon' },
  occupation: { words: '', searched: '', occupation: 'G1602', kinds: ['seasonal'] },
  travel: { means: 'car', minutes: '30' },
  agreements: { messages: 'on', visibility: 'on' },
}

/** Somebody signed in who has still everything to say, where communes and occupations are known. */
export async function newcomer() {
  await createCommunes()
  await createReferences()
  const { account } = await createNewcomer()
  return { account, cookie: await signIn(account.id) }
}

/** Opens a question. */
export const see = (step: RegistrationStep, cookie?: string, search = '') =>
  answerOf(() =>
    ROUTES[step].loader(
      routeArgs(requestTo(REGISTRATION_PATHS[step] + search, { ...(cookie && { cookie }) })),
    ),
  )
/** Sends an answer to a question. */
export const send = (step: RegistrationStep, form: Form, cookie?: string) =>
  answerOf(() =>
    ROUTES[step].action(routeArgs(requestTo(REGISTRATION_PATHS[step], { form, ...(cookie && { cookie }) }))),
  )
/** Opens the sign-up. */
export const enter = (cookie?: string) =>
  answerOf(() => entryLoader(routeArgs(requestTo('/inscription', { ...(cookie && { cookie }) }))))
/** The status of an answer, and where it leads. */
export const wentTo = ({ status, headers }: Answer) => [status, headers.get('Location')]

/** Answers every question before this one. */
export async function answerUpTo(step: RegistrationStep, cookie: string) {
  for (const one of REGISTRATION_STEPS.slice(0, REGISTRATION_STEPS.indexOf(step)))
    if ((await send(one, RIGHT[one], cookie)).status !== 302) throw new Error(`${one} is refused`)
}
