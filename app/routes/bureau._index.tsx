import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CurationTable } from '#app/components/desk/curation-table.tsx'
import { DeskFilters } from '#app/components/desk/desk-filters.tsx'
import { ReviewTable } from '#app/components/desk/review-table.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { scopeOf } from '#app/domain/actor.ts'
import { OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getCurationDesk, parseDeskFilters } from '#app/queries/curation-desk.server.ts'

export const handle = { wide: true }
export const headers = privateHeaders
export const meta: MetaFunction = () => [{ title: 'À traiter – Actifs' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'relation_officer', 'administrator')
  const filters = parseDeskFilters(new URL(request.url).searchParams)
  return { filters, ...(await getCurationDesk(scopeOf(actor), filters)) }
}

export default function Desk() {
  const { filters, toReview, toReviewTotal, published, publishedTotal, pageCount } =
    useLoaderData<typeof loader>()
  const hrefOf = (page: number) =>
    `/bureau?${new URLSearchParams({
      q: filters.text,
      genre: filters.kind ? OFFER_KIND_SLUGS[filters.kind] : '',
      voir: filters.waiting ? 'attente' : 'toutes',
      page: String(page),
    })}`
  return (
    <div className="stack-loose">
      <PageHeader title="À traiter" lead="Relisez les offres, puis choisissez à qui écrire." />
      <Section title={`À relire (${toReviewTotal})`} id="a-relire">
        {toReview.length > 0 ? (
          <ReviewTable lines={toReview} />
        ) : (
          <EmptyState title="Aucune offre n’attend de relecture." icon="check" />
        )}
      </Section>
      <Section title="Offres en ligne" id="en-ligne">
        <DeskFilters {...filters} />
        <p role="status">{countOf(publishedTotal, 'offre')}</p>
        {published.length > 0 ? (
          <CurationTable lines={published} />
        ) : (
          <EmptyState
            title="Rien à décider avec ces filtres."
            icon="check"
            actions={<a href="/bureau?voir=toutes">Voir toutes les offres en ligne</a>}
          />
        )}
        <Pagination page={filters.page} pageCount={pageCount} hrefOf={hrefOf} />
      </Section>
    </div>
  )
}
