import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfferApplicants } from '#app/components/organisation/offer-applicants.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getSpontaneousApplications } from '#app/queries/spontaneous-applications.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'Candidatures spontanées' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const page = await getSpontaneousApplications({ actor, now: systemClock() })
  return page.ok ? { ...page.value, organisationId: actor.organisationId } : throwRefusal(page.refusal)
}

export default function SpontaneousApplications() {
  const { applicants, organisationId } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Candidatures spontanées"
        lead="Ces personnes se proposent à vous sans attendre d’offre."
        back={{ href: '/structure', label: 'Mes offres' }}
      />
      {applicants.length > 0 ? (
        <OfferApplicants applicants={applicants} />
      ) : (
        <EmptyState title="Personne pour le moment" icon="people">
          <p>
            Les personnes se proposent depuis{' '}
            <a href={`/structures/${organisationId}`}>votre page publique</a>. Elle existe dès que votre
            structure est vérifiée.
          </p>
        </EmptyState>
      )}
    </>
  )
}
