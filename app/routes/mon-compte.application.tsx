import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FactorEnrolment } from '#app/components/account/factor-enrolment.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { besideCode } from '#app/http/code-refusal.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { proofPath } from '#app/http/proof-path.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionReference, sessionStarted } from '#app/http/session.server.ts'
import { getOwnStanding } from '#app/queries/own-standing.server.ts'
import { getProposedFactor } from '#app/queries/second-factor-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { enrolSecondFactor } from '#app/use-cases/enrol-second-factor.server.ts'

const AFTER = '/mon-compte/codes-de-secours?suite=%2Fmon-compte%3Ffait%3Dapplication'

export const meta = () => [{ title: 'Mon application' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const reference = sessionReference(request) ?? ''
  const { needsFactor, hasFactor, isProved } = await getOwnStanding({ actor, reference, now: systemClock() })
  if (!needsFactor) return throwRefusal({ code: 'not_found' })
  if (hasFactor && !isProved) throw redirect(proofPath(request))
  return { ...(await getProposedFactor({ ...actor, reference })), hasFactor }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const raw = await readForm(request)
  const now = systemClock()
  const reference = sessionReference(request) ?? ''
  const enrolled = await enrolSecondFactor({ actor, reference, code: textOf(raw, 'code'), now })
  if (enrolled.ok) throw redirect(AFTER, { headers: { 'Set-Cookie': sessionStarted(enrolled.value, now) } })
  const { code } = enrolled.refusal
  if (code === 'proof_needed') throw redirect(proofPath(request))
  return code === 'not_found' ? throwRefusal(enrolled.refusal) : besideCode(enrolled.refusal)
}

export default function AuthenticatorPage() {
  const { uri, secret, hasFactor } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader
        title={hasFactor ? 'Changer d’application' : 'Protégez votre compte'}
        lead={
          hasFactor
            ? 'Dès que c’est fait, l’ancienne application et ses codes de secours ne marchent plus, et vos autres appareils sont déconnectés.'
            : 'Vous verrez des personnes et leurs parcours. Un second code, sur votre téléphone, les protège.'
        }
        back={{ href: '/mon-compte', label: 'Mon compte' }}
      />
      <FactorEnrolment uri={uri} secret={secret} form={form} next={null} />
    </div>
  )
}
