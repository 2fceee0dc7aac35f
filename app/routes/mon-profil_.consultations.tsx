import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReadingList } from '#app/components/person/reading-list.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { pageNumber } from '#app/http/page-number.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getOwnReadings } from '#app/queries/own-readings.server.ts'

export const meta = () => [{ title: 'Qui a vu mon profil' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  return getOwnReadings(actor, pageNumber(request))
}

export default function OwnReadings() {
  const { readings, total, page, pageCount } = useLoaderData<typeof loader>()
  return (
    <div className="stack-loose">
      <PageHeader
        title="Qui a vu mon profil"
        lead="Chaque fois qu’une structure ou un professionnel voit votre profil, c’est écrit ici. Nous le gardons 12 mois."
        back={{ href: '/mon-profil', label: 'Mon profil' }}
      />
      {readings.length > 0 ? <ReadingList readings={readings} /> : null}
      {total === 0 ? (
        <EmptyState
          title="Personne n’a vu votre profil."
          icon="person"
          actions={<a href="/mon-profil/visibilite">Choisir qui voit mon profil</a>}
        >
          Dès que quelqu’un le voit, vous le lirez ici.
        </EmptyState>
      ) : null}
      <Pagination page={page} pageCount={pageCount} hrefOf={(n) => `/mon-profil/consultations?page=${n}`} />
      <p>
        Quelque chose vous étonne ? Appelez-nous : le numéro est à côté de « Besoin d’aide ? ». Vous pouvez
        aussi <a href="/mon-profil/visibilite">changer qui voit votre profil</a>.
      </p>
    </div>
  )
}
