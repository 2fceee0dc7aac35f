import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { RouteHandle } from '#app/components/frame/frame-data.ts'
import { MarkButtons } from '#app/components/offer/mark-buttons.tsx'
import { MarkNotice, SetAsideLine } from '#app/components/offer/mark-notice.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { PlaceChoice } from '#app/components/search/place-choice.tsx'
import { SearchForm } from '#app/components/search/search-form.tsx'
import { SearchSummary } from '#app/components/search/search-summary.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { askedOffersParams, parseAskedOffers } from '#app/domain/offer-search.ts'
import { getActor } from '#app/http/actor.server.ts'
import { markDone } from '#app/http/mark-path.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getOfferSearch } from '#app/queries/offer-search.server.ts'

export const headers = privateHeaders
export const handle = { enhance: 'commune-field' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.commune ? `Offres près de ${data.commune.name}` : 'Les offres près de chez vous' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = parseAskedOffers(new URL(request.url).searchParams)
  const actor = await getActor(request)
  return { asked, ...(await getOfferSearch(asked, actor)), done: markDone(new URL(request.url)) }
}

export default function Offers() {
  const page = useLoaderData<typeof loader>()
  const { asked, commune, offers } = page
  const params = askedOffersParams({ ...asked, communeCode: commune?.code ?? null, page: 1 })
  const hrefOf = (number: number) => `/offres?${askedOffersParams({ ...asked, page: number })}`
  return (
    <div className="stack-loose">
      <PageHeader title="Les offres" />
      <SearchForm asked={asked} facets={page.facets} occupations={page.occupations} />
      {page.communeChoices.length > 0 ? (
        <PlaceChoice
          choices={page.communeChoices}
          hrefOf={(place, communeCode) =>
            `/offres?${askedOffersParams({ ...asked, place, communeCode, page: 1 })}`
          }
        />
      ) : null}
      <div className="spread">
        <SearchSummary
          {...page}
          communeName={commune?.name ?? null}
          isApproximate={commune?.isApproximate ?? false}
        />
        <div className="cluster">
          {page.canMark ? (
            <LinkButton href={`/mes-recherches/nouvelle?${params}`} look="quiet" icon="mail" rel="nofollow">
              Me prévenir des nouvelles offres
            </LinkButton>
          ) : null}
          <LinkButton href={`/carte?${params}`} look="secondary" icon="map">
            Voir sur la carte
          </LinkButton>
        </div>
      </div>
      <MarkNotice done={page.done} back={hrefOf(asked.page)} />
      {page.setAside > 0 ? <SetAsideLine count={page.setAside} /> : null}
      {offers.length > 0 ? (
        <OfferList label="Offres trouvées">
          {offers.map((offer) => (
            <OfferCard
              key={offer.offerId}
              offer={offer}
              state={offer.mark === 'kept' ? 'Gardée' : null}
              actions={page.canMark ? <MarkButtons {...offer} {...page} back={hrefOf(asked.page)} /> : null}
            />
          ))}
        </OfferList>
      ) : (
        <EmptyState
          title="Rien pour le moment"
          actions={
            <>
              <a href="/offres">Voir toutes les offres</a>
              <a href="/structures">Me proposer à une structure</a>
            </>
          }
        >
          Essayez un autre mot, ou enlevez un filtre. De nouvelles offres arrivent chaque jour.
        </EmptyState>
      )}
      <Pagination page={asked.page} pageCount={page.pageCount} hrefOf={hrefOf} />
    </div>
  )
}
