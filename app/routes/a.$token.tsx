import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getSearchLinkPage } from '#app/queries/saved-searches.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { stopSearchByLink } from '#app/use-cases/stop-search-by-link.server.ts'

export const meta = () => [{ title: 'Votre recherche' }, { name: 'robots', content: 'noindex' }]
// Not no-referrer: browsers would then send `Origin: null`, and the stop would pass for another site's.
export const headers = () => ({ ...privateHeaders(), 'Referrer-Policy': 'same-origin' })

export async function loader({ params }: LoaderFunctionArgs) {
  return (await getSearchLinkPage(params.token ?? '')) ?? throwRefusal({ code: 'not_found' })
}

export async function action({ params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const stopped = await stopSearchByLink({ token, now: systemClock() })
  if (!stopped.ok) throwRefusal(stopped.refusal)
  throw redirect(`/a/${encodeURIComponent(token)}`)
}

export default function SearchLink() {
  const { words, href, isPaused, offers } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Votre recherche" lead={words} />
      {isPaused ? (
        <Notice tone="ok" title="C’est arrêté" role="status">
          <p>
            Nous ne vous écrivons plus pour cette recherche. Pour la reprendre :{' '}
            <a href="/mes-recherches">mes recherches</a>.
          </p>
        </Notice>
      ) : null}
      {offers.length > 0 ? (
        <Section title="Les nouvelles offres" id="nouvelles">
          <OfferList>
            {offers.map((offer) => (
              <OfferCard key={offer.offerId} offer={offer} headingLevel={3} />
            ))}
          </OfferList>
        </Section>
      ) : null}
      <p>
        <a href={href}>Toutes les offres de cette recherche</a>
      </p>
      {isPaused ? null : (
        <Section title="Vous ne cherchez plus ?" id="stop">
          <p>Nous ne vous écrirons plus pour cette recherche.</p>
          <PostButton look="secondary">Arrêter cette recherche</PostButton>
        </Section>
      )}
    </div>
  )
}
