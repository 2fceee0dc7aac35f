import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { codeAsked } from '#app/http/asked-code.server.ts'
import { formRefusal, privateHeaders } from '#app/http/respond.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { readCardToken } from '#app/system/secrets.server.ts'
import { requestCardCode } from '#app/use-cases/request-card-code.server.ts'

export const meta = () => [{ title: 'Entrer avec ma carte' }]
export const headers = privateHeaders

export async function loader({ params }: LoaderFunctionArgs) {
  // A card that was not made here says nothing: it leads where anybody signs in.
  if (readCardToken(params.token ?? '') === null) throw redirect('/connexion')
  return null
}

export async function action({ request: _, params, context }: ActionFunctionArgs) {
  const now = systemClock()
  const asked = await requestCardCode({ token: params.token ?? '', address: context.clientAddress, now })
  if (!asked.ok && asked.refusal.code === 'not_found') throw redirect('/connexion')
  if (!asked.ok) return formRefusal(asked.refusal, {})
  const headers = { 'Set-Cookie': codeAsked({ ...asked.value, askedAt: now, tries: 0 }) }
  throw redirect('/connexion/code', { headers })
}

export default function CardSignIn() {
  const refused = useActionData<typeof action>()
  // There is no field here to stand beside: what is refused is said on top.
  const form = emptyForm()
  const formErrors = refused ? [...refused.formErrors, ...Object.values(refused.errors).flat()] : []
  return (
    <div className="narrow stack">
      <PageHeader
        title="Entrer avec ma carte"
        lead="Nous envoyons six chiffres au contact donné pour cette carte."
      />
      <form method="post" className="form">
        <ErrorSummary form={{ ...form, formErrors }} />
        <Button wide>Recevoir mon code</Button>
      </form>
      <p className="small muted">
        Ce n’est pas votre carte ? <a href="/connexion">Entrez autrement</a>.
      </p>
    </div>
  )
}
