import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MarkButtons } from '#app/components/offer/mark-buttons.tsx'
import { MarkNotice } from '#app/components/offer/mark-notice.tsx'
import { MarkedNames } from '#app/components/offer/marked-names.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { markDone } from '#app/http/mark-path.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getMarkedOffers } from '#app/queries/marked-offers.server.ts'

export const meta = () => [{ title: 'Vos offres gardées' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  return { ...(await getMarkedOffers(actor)), done: markDone(new URL(request.url)) }
}

const BACK = '/mes-offres-gardees'

export default function MarkedOffers() {
  const { kept, closed, setAside, done } = useLoaderData<typeof loader>()
  return (
    <div className="stack-loose">
      <PageHeader title="Vos offres gardées" lead="Personne d’autre ne voit cette page." />
      <MarkNotice done={done} back={BACK} />
      {kept.length > 0 ? (
        <OfferList label="Offres gardées" columns>
          {kept.map((offer) => (
            <OfferCard
              key={offer.offerId}
              offer={offer}
              actions={<MarkButtons {...offer} isSignedIn back={BACK} />}
            />
          ))}
        </OfferList>
      ) : (
        <EmptyState
          title="Aucune offre gardée"
          actions={<LinkButton href="/offres">Voir les offres</LinkButton>}
        >
          Choisissez « Garder » sous une offre. Elle vous attend ici.
        </EmptyState>
      )}
      {closed.length > 0 ? (
        <Section title="Gardées, et fermées depuis" id="fermees">
          <MarkedNames offers={closed} back={BACK} />
        </Section>
      ) : null}
      {setAside.length > 0 ? (
        <Section title="Pas pour vous" id="ecartees">
          <p>Vos listes ne montrent plus ces offres. Personne d’autre ne le sait.</p>
          <MarkedNames offers={setAside} back={BACK} />
        </Section>
      ) : null}
    </div>
  )
}
