import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FactorForm } from '#app/components/account/factor-form.tsx'
import { IdentityCode } from '#app/components/account/identity-code.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { besideCode } from '#app/http/code-refusal.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { formRefusal, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionReference, sessionStarted } from '#app/http/session.server.ts'
import { getOwnContacts, getOwnStanding } from '#app/queries/own-standing.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { env } from '#app/system/env.server.ts'
import { giveSecondFactor } from '#app/use-cases/give-second-factor.server.ts'
import { proveIdentity } from '#app/use-cases/prove-identity.server.ts'
import { requestIdentityCode } from '#app/use-cases/request-identity-code.server.ts'

export const meta = () => [{ title: 'C’est bien vous ?' }]
export const headers = privateHeaders

const comeBack = (next: string) => `/mon-compte/preuve?suite=${encodeURIComponent(next)}`

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const next = localPath(new URL(request.url).searchParams.get('suite')) ?? '/mon-compte'
  const now = systemClock()
  const standing = await getOwnStanding({ actor, reference: sessionReference(request) ?? '', now })
  if (standing.needsFactor && !standing.hasFactor) throw redirect('/mon-compte/application')
  const own = standing.needsFactor ? null : await getOwnContacts({ actor, now })
  return { next, own, mailboxHref: env().DEMO ? '/boite-d-envoi' : null }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const raw = await readForm(request)
  const next = localPath(textOf(raw, 'suite')) ?? '/mon-compte'
  const now = systemClock()
  const reference = sessionReference(request) ?? ''
  const intent = textOf(raw, 'intent')
  if (intent !== 'ask' && intent !== '') return throwRefusal({ code: 'not_found' })
  if (intent === 'ask') {
    const channel = textOf(raw, 'channel') === 'email' ? 'email' : 'sms'
    const asked = await requestIdentityCode({ actor, channel, now })
    if (!asked.ok) return formRefusal(asked.refusal, {})
    throw redirect(comeBack(next))
  }
  const given = { actor, reference, code: textOf(raw, 'code'), now }
  const { needsFactor } = await getOwnStanding({ actor, reference, now })
  const proved = needsFactor ? await giveSecondFactor(given) : await proveIdentity(given)
  if (!proved.ok) return besideCode(proved.refusal)
  throw redirect(next, { headers: { 'Set-Cookie': sessionStarted(proved.value, now) } })
}

export default function ProofPage() {
  const { next, own, mailboxHref } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader
        title="C’est bien vous ?"
        lead="Avant un changement sur votre compte, nous vérifions que c’est vous."
        back={{ href: '/mon-compte', label: 'Mon compte' }}
      />
      {own ? (
        <IdentityCode {...own} form={form} next={next} mailboxHref={mailboxHref} />
      ) : (
        <FactorForm form={form} next={next} />
      )}
    </div>
  )
}
