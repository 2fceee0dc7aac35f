import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AnonymousPersonCard } from '#app/components/match/anonymous-person-card.tsx'
import { ContactRequestFields } from '#app/components/organisation/contact-request-fields.tsx'
import { freeFrom } from '#app/components/person/free-from.ts'
import { personTitle } from '#app/components/person/person-title.ts'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { contactRequestSchema } from '#app/domain/contact-request.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import {
  formRefusal,
  invalidForm,
  privateHeaders,
  requireId,
  throwRefusal,
} from '#app/http/respond.server.ts'
import { getContactRequestForm } from '#app/queries/contact-request-form.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { askContact } from '#app/use-cases/ask-contact.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'Demander à parler à une personne' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const offerId = new URL(request.url).searchParams.get('offre')
  const reference = params.reference ?? ''
  const page = await getContactRequestForm({ actor, reference, offerId, now: systemClock() })
  return page.ok ? page.value : throwRefusal(page.refusal)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const raw = await readForm(request)
  const offerId = requireId(textOf(raw, 'offerId'))
  const parsed = parseForm(contactRequestSchema, raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const asked = await askContact({
    actor,
    reference: params.reference ?? '',
    offerId,
    now: systemClock(),
    ...parsed.value,
  })
  if (asked.ok) throw redirect(`/structure/offres/${offerId}?fait=contact#contacts`)
  if (asked.refusal.code === 'not_found') throwRefusal(asked.refusal)
  return formRefusal(asked.refusal, raw)
}

export default function AskContact() {
  const { card, offers, offerId, organisationName, today } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Demander à parler à cette personne"
        lead="Nous lui écrivons pour vous, par le moyen qu’elle a choisi. Elle répond oui ou non."
        back={{ href: '/structure/personnes', label: 'Chercher une personne' }}
      />
      <AnonymousPersonCard
        headingLevel={2}
        person={{
          ...card,
          title: personTitle(card.name, card.communeName),
          availability: `disponible ${freeFrom(card.availableFrom, today)}`,
        }}
      />
      {offers.length > 0 ? (
        <ContactRequestFields
          form={form ?? emptyForm({ offerId: offerId ?? '' })}
          offers={offers}
          organisationName={organisationName}
        />
      ) : (
        <Notice title="Il faut d’abord une offre en ligne">
          <p>
            On écrit à une personne pour lui proposer quelque chose de précis. Pour une offre réservée (clause
            d’insertion), une chargée de relations choisit à qui écrire.
          </p>
          <LinkButton href="/structure/offres/nouvelle">Publier une offre</LinkButton>
        </Notice>
      )}
    </div>
  )
}
