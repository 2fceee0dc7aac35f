import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerRateLine } from '#app/components/organisation/answer-rate-line.tsx'
import { OfferRows } from '#app/components/organisation/offer-rows.tsx'
import { WaitingApplications } from '#app/components/organisation/waiting-applications.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { isClosed, type OfferState } from '#app/domain/offer.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getOrganisationDashboard } from '#app/queries/organisation-dashboard.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = () => [{ title: 'Mes offres' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const page = await getOrganisationDashboard({ actor, now: systemClock() })
  return page.ok ? page.value : throwRefusal(page.refusal)
}

const GROUPS: { title: string; id: string; holds: (state: OfferState) => boolean }[] = [
  { title: 'En ligne', id: 'en-ligne', holds: (state) => state === 'published' },
  {
    title: 'À finir ou en attente',
    id: 'en-attente',
    holds: (state) => !isClosed(state) && state !== 'published',
  },
  { title: 'Fermées', id: 'fermees', holds: isClosed },
]

export default function OrganisationDashboard() {
  const { organisation, toAnswer, waitingCount, answers, offers } = useLoaderData<typeof loader>()
  const lead =
    waitingCount > 0
      ? `${countOf(waitingCount, 'personne attend', 'personnes attendent')} votre réponse.`
      : 'Personne n’attend de réponse de votre part.'
  return (
    <>
      <div className="spread">
        <PageHeader title={organisation.name} lead={lead} />
        <LinkButton href="/structure/offres/nouvelle" icon="next">
          Publier une offre
        </LinkButton>
      </div>
      {organisation.state === 'pending' ? (
        <Notice title="Nous vérifions votre structure">
          Vous pouvez déjà écrire une offre : nous la relisons avant de la publier.
        </Notice>
      ) : null}
      {offers.length === 0 ? (
        <EmptyState
          title="Pas encore d’offre"
          icon="people"
          actions={<LinkButton href="/structure/offres/nouvelle">Écrire ma première offre</LinkButton>}
        >
          Emploi, clause d’insertion, saison ou bénévolat : quelques minutes suffisent.
        </EmptyState>
      ) : null}
      {toAnswer.length > 0 ? (
        <Section title="À répondre" id="a-repondre">
          <WaitingApplications applications={toAnswer} />
          {waitingCount > toAnswer.length ? (
            <p className="muted">
              Les autres sont sur la page de chaque offre, et dans les candidatures spontanées.
            </p>
          ) : null}
        </Section>
      ) : null}
      {offers.length > 0 ? (
        <Section title="Vos réponses" id="vos-reponses">
          <AnswerRateLine answers={answers} />
        </Section>
      ) : null}
      <p>
        <a href="/structure/candidatures">Candidatures spontanées</a>
      </p>
      {GROUPS.map(({ title, id, holds }) => {
        const group = offers.filter(({ state }) => holds(state))
        return group.length > 0 ? (
          <Section key={id} title={`${title} (${group.length})`} id={id}>
            <OfferRows offers={group} label={title} />
          </Section>
        ) : null
      })}
    </>
  )
}
