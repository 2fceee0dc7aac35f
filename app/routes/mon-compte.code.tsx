import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm } from '#app/components/sign-in/code-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { besideCode } from '#app/http/code-refusal.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getPendingChange } from '#app/queries/own-standing.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { env } from '#app/system/env.server.ts'
import { changeContact } from '#app/use-cases/change-contact.server.ts'

export const meta = () => [{ title: 'Le code reçu' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const pending = await getPendingChange({ actor, now: systemClock() })
  return { pending, mailboxHref: env().DEMO ? '/boite-d-envoi' : null }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const raw = await readForm(request)
  const changed = await changeContact({ actor, code: textOf(raw, 'code'), now: systemClock() })
  if (changed.ok) throw redirect('/mon-compte?fait=contact')
  return besideCode(changed.refusal)
}

export default function ContactCode() {
  const { pending, mailboxHref } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader
        title="Écrivez le code reçu"
        lead={
          pending
            ? `Si ${pending.contact} peut être le vôtre, six chiffres y arrivent dans la minute.`
            : 'Aucun code n’est en route : il a servi, ou il a plus de 10 minutes.'
        }
        back={
          pending
            ? {
                href: `/mon-compte/contact/${pending.channel === 'sms' ? 'telephone' : 'e-mail'}`,
                label: 'Corriger',
              }
            : { href: '/mon-compte', label: 'Mon compte' }
        }
      />
      <CodeForm form={form} next={null} mailboxHref={mailboxHref} submit="Continuer" />
      <p className="small muted">
        Rien n’arrive ? Vérifiez ce que vous avez écrit. Sinon, appelez-nous : le numéro est à côté de «
        Besoin d’aide ? ».
      </p>
    </div>
  )
}
