import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { RouteHandle } from '#app/components/frame/frame-data.ts'
import { useFrame } from '#app/components/frame/use-frame.ts'
import { RecruitCard } from '#app/components/home/recruit-card.tsx'
import { SeekForm } from '#app/components/home/seek-form.tsx'
import { SignUpCard } from '#app/components/home/sign-up-card.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { getHomePage } from '#app/queries/home-page.server.ts'

export const handle = { enhance: 'commune-field' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Un emploi, une saison, une mission près de chez vous' }]

export const loader = () => getHomePage()

export default function Home() {
  const { offers, total, totalIsCapped } = useLoaderData<typeof loader>()
  const frame = useFrame()
  const territory = frame?.territory
  return (
    <div className="stack-loose">
      <PageHeader
        title="Un emploi, une saison, une mission près de chez vous"
        lead={`${totalIsCapped ? 'Plus de 1 000' : total} offres en ligne. Sans mot de passe, même sans e-mail.`}
      />
      <div className="halves">
        <SeekForm />
        <RecruitCard role={frame?.actor?.role ?? null} />
      </div>
      {frame?.actor ? null : <SignUpCard />}
      <Section title="Les dernières offres" id="dernieres">
        <OfferList columns>
          {offers.map((offer) => (
            <OfferCard key={offer.offerId} offer={offer} headingLevel={3} />
          ))}
        </OfferList>
        <p>
          <a href="/offres">Voir toutes les offres</a>
        </p>
      </Section>
      {territory ? (
        <p className="lead">
          Besoin d’aide ? Appelez-nous :{' '}
          <PhoneLink phone={territory.helpPhone} display={territory.helpPhoneDisplay} />,{' '}
          {territory.helpHours}.
        </p>
      ) : null}
    </div>
  )
}
