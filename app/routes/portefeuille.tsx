import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { pageNumber } from '#app/http/page-number.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getPortfolioPage } from '#app/queries/portfolio-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export const meta = () => [{ title: 'Mon portefeuille' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'referent')
  const page = await getPortfolioPage({ actor, page: pageNumber(request), now: systemClock() })
  return page.ok ? page.value : throwRefusal(page.refusal)
}

export default function Portfolio() {
  const { people, total, page, pageCount } = useLoaderData<typeof loader>()
  return (
    <div className="stack-loose">
      <PageHeader
        title="Mon portefeuille"
        lead={`Vous accompagnez ${countOf(total, 'personne')}. Ouvrez une fiche pour appeler ou écrire.`}
      />
      {people.length > 0 ? (
        <Table
          caption="Les personnes que vous accompagnez"
          hideCaption
          rows={people}
          keyOf={({ profileId }) => profileId}
          columns={[
            {
              key: 'name',
              head: 'Personne',
              isRowHead: true,
              cell: ({ profileId, name }) => <a href={`/personnes/${profileId}`}>{name}</a>,
            },
            { key: 'commune', head: 'Commune', cell: ({ communeName }) => communeName },
            { key: 'wanted', head: 'Cherche', cell: ({ occupations }) => occupations.join(', ') },
          ]}
        />
      ) : null}
      {total === 0 ? (
        <EmptyState title="Vous n’accompagnez personne pour le moment." icon="people">
          Dès qu’une personne vous est confiée, elle est ici.
        </EmptyState>
      ) : null}
      <Pagination page={page} pageCount={pageCount} hrefOf={(n) => `/portefeuille?page=${n}`} />
    </div>
  )
}
