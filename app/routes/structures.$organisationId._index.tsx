import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { OrganisationFacts } from '#app/components/organisation/organisation-facts.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { formatDay } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { getActor } from '#app/http/actor.server.ts'
import { pageNumber } from '#app/http/page-number.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getOrganisationPage } from '#app/queries/organisation-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `${data.organisation.name}, ${data.organisation.communeName}` : 'Structure introuvable',
  },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = { actor: await getActor(request), organisationId: requireId(params.organisationId) }
  const found = await getOrganisationPage({ ...asked, page: pageNumber(request), now: systemClock() })
  return found ?? throwRefusal({ code: 'not_found' })
}

export default function Organisation() {
  const { organisation, offers, standingId, againOn, replyDelayDays, canPropose, isCandidate, ...listed } =
    useLoaderData<typeof loader>()
  const { offerCount, page, pageCount } = listed
  const propose = `/structures/${organisation.id}/candidature`
  return (
    <div className="narrow stack-loose">
      <PageHeader title={organisation.name} back={{ href: '/structures', label: 'Les structures' }} />
      <OrganisationFacts organisation={organisation} />
      {standingId ? (
        <Notice title="Cette structure a votre candidature">
          <p>
            <a href={`/mes-candidatures/${standingId}`}>Voir où elle en est</a>
          </p>
        </Notice>
      ) : null}
      {againOn ? (
        <Notice title="Vous avez déjà écrit à cette structure">
          <p>Vous pourrez recommencer le {formatDay(againOn)}.</p>
        </Notice>
      ) : null}
      {canPropose ? (
        <Section title="Vous aimeriez travailler ici ?" id="candidature">
          <p>
            Proposez-vous, même sans offre. La structure verra votre nom et de quoi vous joindre. Elle promet
            une réponse en {replyDelayDays} jours ouvrés.
          </p>
          <ActionBar>
            {isCandidate ? (
              <PostButton action={propose} icon="check">
                Je me propose
              </PostButton>
            ) : null}
            <LinkButton href={propose} look={isCandidate ? 'secondary' : 'primary'}>
              {isCandidate ? 'J’écris d’abord une phrase' : 'Je me propose'}
            </LinkButton>
          </ActionBar>
        </Section>
      ) : null}
      <Section title={offerCount > 0 ? `Ses offres (${offerCount})` : 'Ses offres'} id="offres">
        {offers.length > 0 ? (
          <OfferList>
            {offers.map((card) => (
              <OfferCard key={card.offerId} offer={card} headingLevel={3} />
            ))}
          </OfferList>
        ) : (
          <p>{offerCount > 0 ? 'Cette page n’a plus d’offre.' : 'Pas d’offre en ce moment.'}</p>
        )}
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(number) => `/structures/${organisation.id}?page=${number}#offres`}
        />
      </Section>
    </div>
  )
}
