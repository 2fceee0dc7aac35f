import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionEnded } from '#app/http/session.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { changeAccount } from '#app/use-cases/change-account.server.ts'

export const meta = () => [{ title: 'Arrêter mon compte' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'candidate')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const stopped = await changeAccount({
    actor,
    accountId: actor.accountId,
    name: 'stop',
    now: systemClock(),
  })
  if (!stopped.ok) throwRefusal(stopped.refusal)
  throw redirect('/', { headers: { 'Set-Cookie': sessionEnded() } })
}

export default function StopAccount() {
  return (
    <div className="narrow stack">
      <PageHeader
        title="Arrêter mon compte"
        lead="Plus personne ne voit votre profil, et nous ne vous écrivons plus."
        back={{ href: '/mon-compte', label: 'Mon compte' }}
      />
      <p>
        Vos réponses restent gardées. Pour revenir, demandez un code comme d’habitude, puis rouvrez le compte.
      </p>
      <PostButton look="danger" wide>
        Arrêter mon compte
      </PostButton>
    </div>
  )
}
