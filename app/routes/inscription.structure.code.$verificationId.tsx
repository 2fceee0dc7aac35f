import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm } from '#app/components/sign-in/code-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, messageOf, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { sessionStarted, visitOf } from '#app/http/session.server.ts'
import { getOrganisationCodePage } from '#app/queries/organisation-code-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { verifyOrganisationCode } from '#app/use-cases/verify-organisation-code.server.ts'

export const meta = () => [{ title: 'Le code de ma structure' }]
export const headers = privateHeaders

async function load({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'newcomer', 'candidate', 'recruiter')
  const verificationId = requireId(params.verificationId)
  const page = await getOrganisationCodePage(actor, verificationId)
  return page ? { actor, verificationId, page } : throwRefusal({ code: 'not_found' })
}

export const loader = async (args: LoaderFunctionArgs) => (await load(args)).page

export async function action(args: ActionFunctionArgs) {
  const { actor, verificationId } = await load(args)
  const raw = await readForm(args.request)
  const now = systemClock()
  const code = textOf(raw, 'code')
  const visit = visitOf(args.request)
  const verified = await verifyOrganisationCode({ actor, verificationId, code, visit, now })
  if (verified.ok)
    throw redirect('/structure', { headers: { 'Set-Cookie': sessionStarted(verified.value, now) } })
  const { refusal } = verified
  const fields = { code: [messageOf(refusal.code)], ...refusal.fields }
  return formRefusal({ ...refusal, fields }, raw)
}

export default function OrganisationCode() {
  const { organisationName } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader
        title="Écrivez le code"
        lead={`Nous l’avons envoyé à l’adresse e-mail de « ${organisationName} ». Demandez-le à qui la lit.`}
        back={{ href: '/inscription/structure', label: 'Recommencer' }}
      />
      <CodeForm form={form} next={null} mailboxHref={null} submit="Entrer dans ma structure" />
    </div>
  )
}
