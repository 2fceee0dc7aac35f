import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { RouteHandle } from '#app/components/frame/frame-data.ts'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { OrganisationCard } from '#app/components/organisation/organisation-card.tsx'
import { PlaceChoice } from '#app/components/search/place-choice.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { organisationsPath, parseAskedOrganisations } from '#app/domain/organisation-search.ts'
import { getOrganisationDirectory } from '#app/queries/organisation-directory.server.ts'

export const handle = { enhance: 'commune-field' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.communeName ? `Structures près de ${data.communeName}` : 'Les structures' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = parseAskedOrganisations(new URL(request.url).searchParams)
  return { asked, ...(await getOrganisationDirectory(asked)) }
}

export default function Organisations() {
  const { asked, organisations, total, pageCount, communeName, communeChoices, isPlaceUnknown } =
    useLoaderData<typeof loader>()
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Les structures"
        lead="Employeurs et associations du territoire. Vous pouvez vous proposer, même sans offre."
      />
      <search>
        <form method="get" action="/structures" className="stack" aria-label="Chercher une structure">
          <Field
            name="q"
            type="search"
            label="Quoi ?"
            help="Un nom, une activité"
            defaultValue={asked.text}
            maxLength={100}
          />
          <Field
            name="lieu"
            label="Où ?"
            help="Une commune, un code postal"
            defaultValue={asked.place}
            autoComplete="address-level2"
            communeCode="commune"
            maxLength={100}
          />
          <div>
            <Button icon="search">Chercher</Button>
          </div>
        </form>
      </search>
      {communeChoices.length > 0 ? (
        <PlaceChoice
          choices={communeChoices}
          hrefOf={(place, communeCode) => organisationsPath({ ...asked, place, communeCode, page: 1 })}
        />
      ) : null}
      {isPlaceUnknown ? (
        <Notice tone="danger" title={`Nous ne trouvons pas « ${asked.place} »`}>
          Écrivez le nom de la commune ou son code postal.
        </Notice>
      ) : null}
      {organisations.length > 0 ? (
        <>
          <p role="status">
            <strong>
              {countOf(total, 'structure')}
              {communeName ? `, les plus proches de ${communeName} d’abord` : ''}
            </strong>
          </p>
          <OfferList label="Structures trouvées">
            {organisations.map((organisation) => (
              <OrganisationCard key={organisation.id} organisation={organisation} />
            ))}
          </OfferList>
        </>
      ) : (
        <EmptyState title="Aucune structure" actions={<a href="/structures">Voir toutes les structures</a>}>
          Essayez un autre mot.
        </EmptyState>
      )}
      <Pagination
        page={asked.page}
        pageCount={pageCount}
        hrefOf={(page) => organisationsPath({ ...asked, page })}
      />
    </div>
  )
}
