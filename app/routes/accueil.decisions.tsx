import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card } from '#app/components/ui/card.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { REQUEST_DECISIONS } from '#app/domain/suspension-request.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getWaitingRequests } from '#app/queries/account-decision.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { decideRequest } from '#app/use-cases/decide-request.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'Décisions à deux' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'relation_officer', 'administrator')
  const waiting = await getWaitingRequests(actor, systemClock())
  return waiting.ok ? { requests: waiting.value } : throwRefusal(waiting.refusal)
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'relation_officer', 'administrator')
  const raw = await readForm(request)
  const requestId = requireId(textOf(raw, 'requestId'))
  const decision =
    REQUEST_DECISIONS.find((one) => one === textOf(raw, 'decision')) ??
    throwRefusal({ code: 'invalid_input' })
  const decided = await decideRequest({ actor, requestId, decision, now: systemClock() })
  if (!decided.ok) throwRefusal(decided.refusal)
  return redirect('/accueil/decisions')
}

export default function Decisions() {
  const { requests } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Décisions à deux" lead="Une personne propose, une autre décide. Jamais la même." />
      {requests.length === 0 ? <EmptyState title="Rien n’attend de décision." icon="check" /> : null}
      {requests.map((one) => {
        const isLift = one.kind === 'lift'
        return (
          <Card key={one.id}>
            <div className="stack">
              <h2>{isLift ? `Lever la suspension de ${one.name}` : `Suspendre le compte de ${one.name}`}</h2>
              <p className="quoted">{one.reason}</p>
              <p className="small muted">
                {one.isOwn ? 'Vous l’avez proposé' : `Proposé par ${one.proposedBy}`} le{' '}
                {formatDate(one.proposedAt)}
              </p>
              {one.canDecide ? (
                <div className="cluster">
                  <PostButton
                    look={isLift ? 'primary' : 'danger'}
                    fields={{ requestId: one.id, decision: 'accepted' }}
                    about={one.name}
                  >
                    {isLift ? 'Lever la suspension' : 'Suspendre'}
                  </PostButton>
                  <PostButton
                    look="secondary"
                    fields={{ requestId: one.id, decision: 'declined' }}
                    about={one.name}
                  >
                    Ne rien changer
                  </PostButton>
                </div>
              ) : (
                <p>Une autre personne doit décider.</p>
              )}
            </div>
          </Card>
        )
      })}
    </div>
  )
}
