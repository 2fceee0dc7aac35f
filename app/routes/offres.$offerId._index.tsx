import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { RouteHandle } from '#app/components/frame/frame-data.ts'
import { OwnMatch } from '#app/components/match/own-match.tsx'
import { ClosedOfferNotice } from '#app/components/offer/closed-offer-notice.tsx'
import { JobPostingScript } from '#app/components/offer/job-posting-script.tsx'
import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { OfferDetailList } from '#app/components/offer/offer-details.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { OwnMark } from '#app/components/offer/own-mark.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { getActor } from '#app/http/actor.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getOfferPage } from '#app/queries/offer-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { env } from '#app/system/env.server.ts'

export const headers = privateHeaders
export const handle = { described: true } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.offer.title}, ${data.offer.communeName}` },
        { name: 'description', content: data.offer.description.slice(0, 160) },
        ...(data.offer.state === 'published' ? [] : [{ name: 'robots', content: 'noindex' }]),
      ]
    : [{ title: 'Offre introuvable' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const offer = await getOfferPage(await getActor(request), requireId(params.offerId), systemClock())
  if (!offer) throwRefusal({ code: 'not_found' })
  return data({ offer, url: `${env().APP_URL}/offres/${offer.id}` }, { status: offer.isClosed ? 410 : 200 })
}

export default function Offer() {
  const { offer, url } = useLoaderData<typeof loader>()
  return (
    <div className="stack-loose">
      <PageHeader
        title={offer.title}
        back={{ href: '/offres', label: 'Les offres' }}
        above={<KindBadge kind={offer.details.kind} />}
        lead={[offer.organisationName, offer.communeName].filter(Boolean).join(', ')}
      />
      {offer.state === 'published' ? (
        <JobPostingScript offer={offer} url={url} />
      ) : (
        <ClosedOfferNotice state={offer.state} />
      )}
      <div className="with-sidebar end">
        <div className="stack">
          <p className="prose">{offer.description}</p>
          <p className="small muted">Publiée le {formatDate(offer.publishedAt)}</p>
        </div>
        <aside className="card" aria-label="En bref">
          <OfferDetailList offer={offer} />
        </aside>
      </div>
      {offer.canMark ? (
        <OwnMark offerId={offer.id} title={offer.title} mark={offer.mark} isSignedIn={offer.isSignedIn} />
      ) : null}
      {offer.ownMatch ? <OwnMatch match={offer.ownMatch} /> : null}
      {offer.shownOrganisationId ? (
        <p>
          <a href={`/structures/${offer.shownOrganisationId}`}>Voir {offer.organisationName} et ses offres</a>
        </p>
      ) : null}
      {offer.originUrl ? (
        <p>
          Cette offre vient d’un autre site.{' '}
          <a href={offer.originUrl} rel="noopener noreferrer nofollow">
            Voir l’offre d’origine
          </a>
        </p>
      ) : null}
      {offer.canApply ? (
        <ActionBar sticky>
          <LinkButton href={`/offres/${offer.id}/postuler`} icon="check">
            Je postule
          </LinkButton>
          <p className="small muted">
            La structure promet une réponse en {offer.replyDelayDays} jours ouvrés.
          </p>
        </ActionBar>
      ) : null}
      {offer.similar.length > 0 ? (
        <Section title="Offres proches" id="proches">
          <OfferList columns>
            {offer.similar.map((card) => (
              <OfferCard key={card.offerId} offer={card} headingLevel={3} />
            ))}
          </OfferList>
        </Section>
      ) : null}
    </div>
  )
}
