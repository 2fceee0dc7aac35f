import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerRates } from '#app/components/desk/answer-rates.tsx'
import { PendingOrganisationsTable } from '#app/components/desk/pending-organisations-table.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { scopeOf } from '#app/domain/actor.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getAnswerRates } from '#app/queries/answer-rates.server.ts'
import { getPendingOrganisations } from '#app/queries/pending-organisations.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export const handle = { wide: true }
export const headers = privateHeaders
export const meta = () => [{ title: 'Structures à vérifier' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'relation_officer', 'administrator', 'hotline')
  const isDone = new URL(request.url).searchParams.has('fait')
  const scope = scopeOf(actor)
  const [lines, rates] = await Promise.all([
    getPendingOrganisations(scope),
    actor.kind === 'hotline' ? [] : getAnswerRates(scope, systemClock()),
  ])
  return { lines, rates, isDone }
}

export default function PendingOrganisations() {
  const { lines, rates, isDone } = useLoaderData<typeof loader>()
  return (
    <div className="stack-loose">
      <PageHeader
        title={`Structures à vérifier (${lines.length})`}
        lead="Une structure vérifiée publie ses offres sans relecture."
      />
      {isDone ? <Notice tone="ok" role="status" title="C’est fait" /> : null}
      {lines.length > 0 ? (
        <PendingOrganisationsTable lines={lines} />
      ) : (
        <EmptyState title="Aucune structure n’attend." icon="check" />
      )}
      {rates.length > 0 ? <AnswerRates rates={rates} /> : null}
    </div>
  )
}
