import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RegistrationForm } from '#app/components/hotline/registration-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { canFindPeople, REGISTRARS } from '#app/domain/registration-on-behalf.policy.ts'
import { registrationOnBehalfSchema } from '#app/domain/registration-on-behalf.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { formRefusal, invalidForm, privateHeaders } from '#app/http/respond.server.ts'
import { getRegistrationForm } from '#app/queries/registration-on-behalf-form.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { registerPerson } from '#app/use-cases/register-person.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'Inscrire quelqu’un' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...REGISTRARS)
  return { ...(await getRegistrationForm()), canFind: canFindPeople(actor) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...REGISTRARS)
  const raw = await readForm(request)
  const parsed = parseForm(registrationOnBehalfSchema, raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const registered = await registerPerson({ actor, form: parsed.value, now: systemClock() })
  if (!registered.ok) return formRefusal(registered.refusal, raw)
  if (registered.value.kind === 'registered')
    throw redirect(`/accueil/personnes/${registered.value.accountId}/carte`)
  return { ...emptyForm(raw), lookAlikes: registered.value.people }
}

export default function RegisterSomebody() {
  const { occupations, canFind } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <div className="narrow">
      <PageHeader
        title="Inscrire quelqu’un"
        lead="La personne vous parle : écrivez pour elle."
        {...(canFind && { back: { href: '/accueil', label: 'Chercher une personne' } })}
      />
      <RegistrationForm
        form={answered ?? emptyForm()}
        occupations={occupations}
        lookAlikes={answered && 'lookAlikes' in answered ? answered.lookAlikes : []}
        isLinked={canFind}
      />
    </div>
  )
}
