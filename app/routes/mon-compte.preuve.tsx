import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FactorForm } from '#app/components/account/factor-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { besideCode } from '#app/http/code-refusal.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionReference, sessionStarted } from '#app/http/session.server.ts'
import { getOwnStanding } from '#app/queries/own-standing.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { giveSecondFactor } from '#app/use-cases/give-second-factor.server.ts'

export const meta = () => [{ title: 'C’est bien vous ?' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const next = localPath(new URL(request.url).searchParams.get('suite')) ?? '/mon-compte'
  const reference = sessionReference(request) ?? ''
  const standing = await getOwnStanding({ actor, reference, now: systemClock() })
  if (!standing.needsFactor) return throwRefusal({ code: 'not_found' })
  if (!standing.hasFactor) throw redirect('/mon-compte/application')
  return { next }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const raw = await readForm(request)
  const next = localPath(textOf(raw, 'suite')) ?? '/mon-compte'
  const now = systemClock()
  const reference = sessionReference(request) ?? ''
  const given = await giveSecondFactor({ actor, reference, code: textOf(raw, 'code'), now })
  if (!given.ok) return besideCode(given.refusal)
  throw redirect(next, { headers: { 'Set-Cookie': sessionStarted(given.value, now) } })
}

export default function ProofPage() {
  const { next } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader
        title="C’est bien vous ?"
        lead="Avant un changement sur votre compte, redonnez un code."
        back={{ href: '/mon-compte', label: 'Mon compte' }}
      />
      <FactorForm form={form} next={next} />
    </div>
  )
}
