import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationHistory } from '#app/components/application/application-history.tsx'
import { ApplicationState } from '#app/components/application/application-state.tsx'
import { WithdrawForm } from '#app/components/application/withdraw-form.tsx'
import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getCandidateApplication } from '#app/queries/candidate-application.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { withdrawApplication } from '#app/use-cases/withdraw-application.server.ts'

export const meta = () => [{ title: 'Ma candidature' }]
export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const application = await getCandidateApplication(actor, requireId(params.applicationId))
  if (!application) throwRefusal({ code: 'not_found' })
  return { ...application, isJustSent: new URL(request.url).searchParams.has('envoyee') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const applicationId = requireId(params.applicationId)
  const withdrawn = await withdrawApplication({ actor, applicationId, now: systemClock() })
  if (!withdrawn.ok) throwRefusal(withdrawn.refusal)
  throw redirect(`/mes-candidatures/${applicationId}`)
}

export default function CandidateApplication() {
  const {
    offerId,
    shownOrganisationId,
    title,
    kind,
    organisationName,
    communeName,
    sentence,
    progress,
    history,
    can,
    isJustSent,
  } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack">
      <PageHeader
        title={title}
        lead={[organisationName, communeName].filter(Boolean).join(', ')}
        above={kind ? <KindBadge kind={kind} /> : null}
        back={{ href: '/mes-candidatures', label: 'Mes candidatures' }}
      />
      {isJustSent ? (
        <Notice tone="ok" role="status" title="C’est envoyé">
          La structure a votre candidature. Vous recevrez un message à chaque étape.
        </Notice>
      ) : null}
      <Card roomy>
        <ApplicationState progress={progress} />
      </Card>
      {sentence ? (
        <Section title="Votre phrase">
          <p className="prose">{sentence}</p>
        </Section>
      ) : null}
      <Section title="Ce qui s’est passé">
        <ApplicationHistory lines={history} />
      </Section>
      <div className="cluster">
        {offerId ? (
          <LinkButton href={`/offres/${offerId}`} look="secondary">
            Relire l’offre
          </LinkButton>
        ) : null}
        {shownOrganisationId ? (
          <LinkButton href={`/structures/${shownOrganisationId}`} look="secondary">
            Voir la structure
          </LinkButton>
        ) : null}
      </div>
      {can.withdraw ? <WithdrawForm /> : null}
    </div>
  )
}
