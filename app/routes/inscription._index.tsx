import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ContactEntry } from '#app/components/registration/contact-entry.tsx'
import { REGISTRATION_PATHS } from '#app/domain/registration.labels.ts'
import { nextStep, REGISTRATION_STEPS } from '#app/domain/registration.ts'
import { getActor, requireActor } from '#app/http/actor.server.ts'
import { sendHomeWhoeverHasAHat } from '#app/http/registration.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getRegistrationAnswers } from '#app/queries/registration.server.ts'

export const meta = () => [{ title: 'Créer mon compte' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  await sendHomeWhoeverHasAHat(request)
  if ((await getActor(request)).kind === 'anonymous') return null
  const answers = await getRegistrationAnswers(await requireActor(request, 'newcomer'))
  const step = nextStep(answers) ?? REGISTRATION_STEPS[0]
  throw redirect(REGISTRATION_PATHS[step] + (step === REGISTRATION_STEPS[0] ? '' : '?reprise'))
}

export default function Registration() {
  return <ContactEntry />
}
