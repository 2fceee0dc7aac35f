import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { proofPath } from '#app/http/proof-path.server.ts'
import { formRefusal, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionReference } from '#app/http/session.server.ts'
import { getOwnStanding } from '#app/queries/own-standing.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { requestContactChange } from '#app/use-cases/request-contact-change.server.ts'

export const meta = () => [{ title: 'Changer de contact' }]
export const headers = privateHeaders

const CHANNELS = { telephone: 'sms', 'e-mail': 'email' } as const

function channelOf(kind: string | undefined): 'sms' | 'email' {
  if (kind === 'telephone' || kind === 'e-mail') return CHANNELS[kind]
  return throwRefusal({ code: 'not_found' })
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const channel = channelOf(params.kind)
  const reference = sessionReference(request) ?? ''
  const { isProved } = await getOwnStanding({ actor, reference, now: systemClock() })
  if (!isProved) throw redirect(proofPath(request))
  return { channel }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const channel = channelOf(params.kind)
  const raw = await readForm(request)
  const reference = sessionReference(request) ?? ''
  const contact = textOf(raw, 'contact')
  const asked = await requestContactChange({ actor, reference, channel, contact, now: systemClock() })
  if (asked.ok) throw redirect('/mon-compte/code')
  if (asked.refusal.code === 'proof_needed') throw redirect(proofPath(request))
  return formRefusal(asked.refusal, raw)
}

export default function ContactChange() {
  const { channel } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  const isPhone = channel === 'sms'
  return (
    <div className="narrow stack">
      <PageHeader
        title={isPhone ? 'Votre nouveau numéro' : 'Votre nouvelle adresse e-mail'}
        lead="Nous y envoyons un code. Rien ne change avant que vous l’ayez écrit ici."
        back={{ href: '/mon-compte', label: 'Mon compte' }}
      />
      <form method="post" className="form" noValidate>
        <ErrorSummary form={form} />
        <Field
          name="contact"
          label={isPhone ? 'Numéro de téléphone portable' : 'Adresse e-mail'}
          help={isPhone ? 'Exemple : 06 39 98 00 01' : 'Exemple : prenom.nom@exemple.fr'}
          form={form}
          type={isPhone ? 'tel' : 'email'}
          autoComplete={isPhone ? 'tel' : 'email'}
          spellCheck={false}
          maxLength={200}
        />
        <Button wide>Recevoir un code</Button>
      </form>
    </div>
  )
}
