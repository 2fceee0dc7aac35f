import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { RouteHandle } from '#app/components/frame/frame-data.ts'
import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { OfferForm } from '#app/components/organisation/offer-form.tsx'
import { PresentValues } from '#app/components/organisation/present-values.tsx'
import { shownValues } from '#app/components/organisation/shown-value.ts'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import type { Actor } from '#app/domain/actor.ts'
import { parisDate } from '#app/domain/duration.ts'
import { differingFields } from '#app/domain/offer.form-values.ts'
import { offerFormSchema } from '#app/domain/offer.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { type FormState, parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getOfferFormChoices, getOfferToEdit, listCommuneChoices } from '#app/queries/offer-form.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { updateOffer } from '#app/use-cases/update-offer.server.ts'

export const headers = privateHeaders
export const handle: RouteHandle = { enhance: 'usual-answers' }
export const meta: MetaFunction = () => [{ title: 'Modifier une offre' }]

type Recruiter = Extract<Actor, { kind: 'recruiter' }>

const load = async (actor: Recruiter, offerId: string) =>
  (await getOfferToEdit({ actor, offerId })) ?? throwRefusal({ code: 'not_found' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const offer = await load(actor, requireId(params.offerId))
  return { offer, choices: await getOfferFormChoices({ actor, values: offer.values }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const offer = await load(actor, requireId(params.offerId))
  const raw = await readForm(request)
  const version = Number(textOf(raw, 'version'))
  const again = async (form: FormState, status: number, isStale = false) => {
    const isAmbiguous = form.errors.communeCode !== undefined
    const [choices, communeChoices] = await Promise.all([
      getOfferFormChoices({ actor, values: raw }),
      isAmbiguous ? listCommuneChoices(textOf(raw, 'commune')) : [],
    ])
    const changed = isStale ? differingFields(offer.values, raw) : []
    const present = shownValues(changed, offer.values, choices)
    return data(
      { form, choices, communeChoices, present, version: isStale ? offer.version : version },
      { status },
    )
  }
  if (textOf(raw, 'intent') === 'propose') return again(emptyForm(raw), 200)
  const now = systemClock()
  const parsed = parseForm(offerFormSchema(offer.kind, parisDate(now)), raw)
  if (!parsed.ok) return again(parsed.state, 422)
  const result = await updateOffer({ actor, offerId: offer.id, version, now, ...parsed.value })
  if (result.ok) return redirect(`/structure/offres/${offer.id}?fait=edit`)
  if (result.refusal.code === 'not_found') throwRefusal(result.refusal)
  const refused = formRefusal(result.refusal, raw)
  return again(refused.data, refused.init?.status ?? 422, result.refusal.code === 'stale_version')
}

export default function EditOffer() {
  const { offer, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const href = `/structure/offres/${offer.id}`
  const present = answer?.present ?? []
  const form = answer?.form ?? emptyForm(offer.values)
  return (
    <div className="narrow">
      <PageHeader
        title="Modifier l’offre"
        lead={offer.title}
        above={<KindBadge kind={offer.kind} />}
        back={{ href, label: 'L’offre' }}
      />
      <PresentValues values={present} />
      {offer.isEditable ? null : (
        <Notice title="Cette offre est fermée : on ne peut plus la changer">
          {answer
            ? 'Ce que vous avez écrit est gardé ici. Vous pouvez le reprendre dans une autre offre.'
            : null}
        </Notice>
      )}
      {offer.isEditable || answer ? (
        <OfferForm
          kind={offer.kind}
          form={present.length > 0 ? { ...form, formErrors: [] } : form}
          choices={answer?.choices ?? choices}
          communeChoices={answer?.communeChoices}
          hidden={{ version: String(answer?.version ?? offer.version) }}
          submitLabel="Enregistrer"
          unfolded
          cancel={
            <LinkButton href={href} look="quiet">
              Ne rien changer
            </LinkButton>
          }
        />
      ) : null}
    </div>
  )
}
