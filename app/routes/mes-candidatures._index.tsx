import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationCard } from '#app/components/application/application-card.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { pageNumber } from '#app/http/page-number.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getCandidateApplications } from '#app/queries/candidate-applications.server.ts'

export const meta = () => [{ title: 'Mes candidatures' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  return getCandidateApplications(actor, pageNumber(request))
}

export default function CandidateApplications() {
  const { applications, total, page, pageCount } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack">
      <PageHeader
        title="Mes candidatures"
        lead={total > 0 ? `Vous avez envoyé ${countOf(total, 'candidature')}.` : undefined}
      />
      <p>
        <a href="/structures">Me proposer à une structure, même sans offre</a>
      </p>
      {applications.length > 0 ? (
        <ul className="plain-list stack">
          {applications.map((application) => (
            <li key={application.id}>
              <ApplicationCard application={application} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title="Aucune candidature"
          actions={<LinkButton href="/mes-offres">Offres pour vous</LinkButton>}
        >
          Choisissez une offre, puis « Je postule ». Vous suivrez la réponse ici.
        </EmptyState>
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => `/mes-candidatures?page=${number}`} />
    </div>
  )
}
