import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CommuneCounts } from '#app/components/organisation/commune-counts.tsx'
import { FoundPeople } from '#app/components/organisation/found-people.tsx'
import { PeopleSearchForm } from '#app/components/organisation/people-search-form.tsx'
import { PeopleSummary } from '#app/components/organisation/people-summary.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { askedPeopleParams, parseAskedPeople } from '#app/domain/people-search.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getPeopleSearch } from '#app/queries/people-search.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.commune ? `Des personnes près de ${data.commune.name}` : 'Chercher une personne' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const { searchParams } = new URL(request.url)
  const asked = parseAskedPeople(searchParams)
  const by: 'list' | 'commune' = searchParams.get('vue') === 'communes' ? 'commune' : 'list'
  const page = await getPeopleSearch({ actor, asked, by, now: systemClock() })
  return page.ok ? { asked, by, ...page.value } : throwRefusal(page.refusal)
}

export default function People() {
  const page = useLoaderData<typeof loader>()
  const { asked, by, isVerified } = page
  const hrefOf = (change: Partial<typeof asked>) =>
    `/structure/personnes?${askedPeopleParams({ ...asked, page: 1, ...change })}`
  return (
    <div className="stack-loose">
      <PageHeader
        title="Chercher une personne"
        lead="Vous voyez les personnes qui l’ont accepté. Leur nom et leurs coordonnées restent cachés."
      />
      {isVerified ? (
        <>
          <PeopleSearchForm asked={asked} by={by} skills={page.skills} licences={page.licences} />
          <PeopleSummary page={page} hrefOf={hrefOf} />
          {by === 'commune' ? (
            <CommuneCounts
              communes={page.communes.map((commune) => ({
                ...commune,
                href: hrefOf({ communeCode: commune.code, place: commune.name, radiusKm: 5 }),
              }))}
            />
          ) : (
            <FoundPeople page={page} hrefOf={hrefOf} />
          )}
        </>
      ) : (
        <Notice title="Nous vérifions votre structure">
          Vous pourrez chercher une personne dès que c’est fait. En attendant, vous pouvez écrire une offre.
        </Notice>
      )}
    </div>
  )
}
