import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RecoveryCodes } from '#app/components/account/recovery-codes.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { inGroups } from '#app/domain/second-factor.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { proofPath } from '#app/http/proof-path.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionReference } from '#app/http/session.server.ts'
import { getOwnStanding } from '#app/queries/own-standing.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { renewRecoveryCodes } from '#app/use-cases/renew-recovery-codes.server.ts'

export const meta = () => [{ title: 'Codes de secours' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const next = localPath(new URL(request.url).searchParams.get('suite'))
  const reference = sessionReference(request) ?? ''
  const standing = await getOwnStanding({ actor, reference, now: systemClock() })
  if (!standing.hasFactor) return throwRefusal({ code: 'not_found' })
  if (!standing.isProved) throw redirect(proofPath(request))
  return { count: standing.recoveryCodeCount, next: next ?? '/mon-compte' }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const drawn = await renewRecoveryCodes({
    actor,
    reference: sessionReference(request) ?? '',
    now: systemClock(),
  })
  if (drawn.ok) return data({ codes: drawn.value.map(inGroups) })
  if (drawn.refusal.code === 'proof_needed') throw redirect(proofPath(request))
  return throwRefusal(drawn.refusal)
}

export default function RecoveryCodesPage() {
  const { count, next } = useLoaderData<typeof loader>()
  const drawn = useActionData<typeof action>()
  return (
    <div className="narrow stack">
      <PageHeader
        title="Vos codes de secours"
        lead="Le jour où vous n’avez plus votre téléphone, un de ces codes vous laisse entrer. Chacun sert une fois."
      />
      {drawn ? (
        <RecoveryCodes codes={drawn.codes} next={next} />
      ) : (
        <>
          {count > 0 ? (
            <Notice>
              Il vous en reste {count}. Dès que vous en demandez d’autres, ceux-là ne marchent plus.
            </Notice>
          ) : null}
          <p>Nous les montrons une seule fois. Préparez de quoi les noter, ou imprimez la page.</p>
          <PostButton wide>Montrer dix codes</PostButton>
          <p>
            <a href={next}>Continuer sans codes</a>
          </p>
        </>
      )}
    </div>
  )
}
