import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeclinedList } from '#app/components/candidate/declined-list.tsx'
import { NearList } from '#app/components/candidate/near-list.tsx'
import { SuggestionList } from '#app/components/candidate/suggestion-list.tsx'
import { HindranceNotice } from '#app/components/match/hindrance-notice.tsx'
import { MarkButtons } from '#app/components/offer/mark-buttons.tsx'
import { MarkNotice } from '#app/components/offer/mark-notice.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { markDone } from '#app/http/mark-path.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getCandidateOffers } from '#app/queries/candidate-offers.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { acceptProposal } from '#app/use-cases/accept-proposal.server.ts'
import { declineProposal } from '#app/use-cases/decline-proposal.server.ts'

export const meta = () => [{ title: 'Offres pour vous' }]
export const headers = privateHeaders

const DONE: Record<string, string> = {
  inscription: 'C’est prêt : votre compte est créé. Voici vos premières offres.',
  interesse: 'C’est noté : cette offre vous intéresse.',
  accord: 'C’est noté. La structure voit votre nom et de quoi vous joindre.',
  non: 'C’est noté. Cette offre ne vous sera plus proposée.',
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const url = new URL(request.url)
  const done = DONE[url.searchParams.get('fait') ?? ''] ?? null
  return { ...(await getCandidateOffers(actor, systemClock())), done, marked: markDone(url) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const raw = await readForm(request)
  const intent = textOf(raw, 'intent')
  if (intent !== 'accept' && intent !== 'decline') throwRefusal({ code: 'invalid_input' })
  const answer = { actor, matchId: requireId(textOf(raw, 'matchId')), now: systemClock() }
  const asked = textOf(raw, 'requestId')
  const requestId = asked ? requireId(asked) : null
  const isYes = intent === 'accept'
  const answered = await (isYes ? acceptProposal({ ...answer, requestId }) : declineProposal(answer))
  if (!answered.ok) throwRefusal(answered.refusal)
  throw redirect(`/mes-offres?fait=${!isYes ? 'non' : requestId ? 'accord' : 'interesse'}`)
}

export default function CandidateOffers() {
  const {
    proposed,
    alike,
    first,
    declined,
    near,
    hindrances,
    monthlySolicitations,
    isStopped,
    done,
    marked,
  } = useLoaderData<typeof loader>()
  const isEmpty = proposed.length + alike.length + first.length === 0
  return (
    <div className="stack-loose">
      <PageHeader
        title="Offres pour vous"
        lead={
          isStopped
            ? 'Vous ne recevez plus de messages. Les offres restent ici.'
            : monthlySolicitations === 0
              ? 'Nous ne vous écrivons pas pour des offres. Elles vous attendent ici.'
              : `Nous vous écrivons au plus ${monthlySolicitations} fois par mois.`
        }
      />
      {done ? (
        <Notice tone="ok" role="status">
          {done}
        </Notice>
      ) : null}
      <MarkNotice done={marked} back="/mes-offres" />
      <HindranceNotice sentences={hindrances} href="/mon-profil" linkLabel="Changer mon profil" />
      {proposed.length > 0 ? (
        <Section title="On vous les propose" id="proposees">
          <SuggestionList suggestions={proposed} isProposed />
        </Section>
      ) : null}
      {alike.length > 0 ? (
        <Section title="Elles ressemblent à ce que vous cherchez" id="proches">
          <SuggestionList suggestions={alike} />
        </Section>
      ) : null}
      {first.length > 0 ? (
        <Section title="Près de chez vous" id="premieres">
          <OfferList columns>
            {first.map((offer) => (
              <OfferCard
                key={offer.offerId}
                offer={offer}
                headingLevel={3}
                state={offer.mark ? 'Gardée' : null}
                actions={<MarkButtons {...offer} isSignedIn back="/mes-offres" />}
              />
            ))}
          </OfferList>
        </Section>
      ) : null}
      {isEmpty ? (
        <EmptyState
          title="Rien pour vous en ce moment"
          actions={
            <>
              <LinkButton href="/mon-profil">Compléter mon profil</LinkButton>
              <LinkButton href="/offres" look="secondary">
                Voir toutes les offres
              </LinkButton>
            </>
          }
        >
          De nouvelles offres arrivent chaque jour. Un métier de plus, ou quelques kilomètres de plus, en
          ouvrent d’autres.
        </EmptyState>
      ) : (
        <p>
          Une offre ne va pas ? <a href="/mon-profil">Changez votre profil</a> : la liste suit.{' '}
          <a href="/comment-ca-marche/classement">Comment ces offres sont choisies</a>.
        </p>
      )}
      {near.length > 0 ? (
        <Section title="Presque pour vous" id="presque">
          <p>Il manque une seule chose pour chacune de ces offres.</p>
          <NearList near={near} />
        </Section>
      ) : null}
      <DeclinedList declined={declined} />
      <p>
        <a href="/mes-offres-gardees">Vos offres gardées</a> · <a href="/mes-recherches">Vos recherches</a>
      </p>
    </div>
  )
}
