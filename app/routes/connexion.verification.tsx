import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FactorEnrolment } from '#app/components/account/factor-enrolment.tsx'
import { FactorForm } from '#app/components/account/factor-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { getActor, requireActor } from '#app/http/actor.server.ts'
import { besideCode } from '#app/http/code-refusal.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { arrivalPath, homePath } from '#app/http/home-path.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { sessionReference, sessionStarted } from '#app/http/session.server.ts'
import { getProposedFactor, hasSecondFactor } from '#app/queries/second-factor-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { enrolSecondFactor } from '#app/use-cases/enrol-second-factor.server.ts'
import { giveSecondFactor } from '#app/use-cases/give-second-factor.server.ts'

export const meta = () => [{ title: 'Vérification' }]
export const headers = privateHeaders

/** A professional who has still to give the second factor; who has given it is led on. */
async function requireUnconfirmed(request: Request, next: string | null) {
  const { kind } = await getActor(request)
  const role = ROLES.find((one) => one === kind)
  if (role && role !== 'candidate' && role !== 'recruiter') throw redirect(next ?? homePath(role))
  return requireActor(request, 'unconfirmed')
}

export async function loader({ request }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get('suite'))
  const actor = await requireUnconfirmed(request, next)
  if (await hasSecondFactor(actor.accountId)) return { proposed: null, next }
  const reference = sessionReference(request) ?? ''
  return { proposed: await getProposedFactor({ ...actor, reference }), next }
}

export async function action({ request }: ActionFunctionArgs) {
  const raw = await readForm(request)
  const next = localPath(textOf(raw, 'suite'))
  const actor = await requireUnconfirmed(request, next)
  const now = systemClock()
  const given = { actor, reference: sessionReference(request) ?? '', code: textOf(raw, 'code'), now }
  const hasOne = await hasSecondFactor(actor.accountId)
  const result = hasOne ? await giveSecondFactor(given) : await enrolSecondFactor(given)
  if (!result.ok) return besideCode(result.refusal)
  const arrival = next ?? arrivalPath(result.value.hats)
  const path = hasOne ? arrival : `/mon-compte/codes-de-secours?suite=${encodeURIComponent(arrival)}`
  throw redirect(path, { headers: { 'Set-Cookie': sessionStarted(result.value, now) } })
}

export default function VerificationPage() {
  const { proposed, next } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader
        title={proposed ? 'Protégez votre compte' : 'Un second code'}
        lead={
          proposed
            ? 'Vous verrez des personnes et leurs parcours. Un second code, sur votre téléphone, les protège.'
            : 'Votre application d’authentification vous le donne.'
        }
      />
      {proposed ? (
        <FactorEnrolment {...proposed} form={form} next={next} />
      ) : (
        <FactorForm form={form} next={next} />
      )}
    </div>
  )
}
