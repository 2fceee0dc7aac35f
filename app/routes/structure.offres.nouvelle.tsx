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
import { KindChoice } from '#app/components/organisation/kind-choice.tsx'
import { OfferForm } from '#app/components/organisation/offer-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { parisDate } from '#app/domain/duration.ts'
import { OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { offerFormSchema } from '#app/domain/offer.schema.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { type FormState, parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import {
  getNewOfferValues,
  getOfferFormChoices,
  getUsualAnswers,
  listCommuneChoices,
} from '#app/queries/offer-form.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { newId } from '#app/system/id.server.ts'
import { createOffer } from '#app/use-cases/create-offer.server.ts'

export const headers = privateHeaders
export const handle: RouteHandle = { enhance: 'usual-answers' }
export const meta: MetaFunction = () => [{ title: 'Publier une offre' }]

const kindOf = (request: Request): OfferKind | null => {
  const slug = new URL(request.url).searchParams.get('genre')
  return OFFER_KINDS.find((kind) => OFFER_KIND_SLUGS[kind] === slug) ?? null
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const kind = kindOf(request)
  if (!kind) return null
  const values = await getNewOfferValues({ actor, kind })
  return { kind, offerId: newId(), values, choices: await getOfferFormChoices({ actor, values }) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const kind = kindOf(request) ?? throwRefusal({ code: 'not_found' })
  const raw = await readForm(request)
  const offerId = requireId(textOf(raw, 'offerId'))
  const isAsked = textOf(raw, 'intent') === 'propose'
  const again = async (form: FormState, status: number) => {
    const isAmbiguous = form.errors.communeCode !== undefined
    const [choices, communeChoices, { values, proposed }] = await Promise.all([
      getOfferFormChoices({ actor, values: raw }),
      isAmbiguous ? listCommuneChoices(textOf(raw, 'commune')) : [],
      getUsualAnswers({ actor, kind, values: raw, isAsked }),
    ])
    return data({ form: { ...form, values }, choices, communeChoices, proposed, offerId }, { status })
  }
  if (isAsked) return again(emptyForm(raw), 200)
  const now = systemClock()
  const parsed = parseForm(offerFormSchema(kind, parisDate(now)), raw)
  if (!parsed.ok) return again(parsed.state, 422)
  const result = await createOffer({ actor, offerId, now, ...parsed.value })
  if (result.ok) return redirect(`/structure/offres/${result.value.id}?fait=create`)
  if (result.refusal.code === 'not_found') throwRefusal(result.refusal)
  const refused = formRefusal(result.refusal, raw)
  return again(refused.data, refused.init?.status ?? 422)
}

export default function NewOffer() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!page)
    return (
      <div className="narrow">
        <PageHeader
          title="Publier une offre"
          lead="De quel genre est-elle ?"
          back={{ href: '/structure', label: 'Mes offres' }}
        />
        <KindChoice />
      </div>
    )
  return (
    <div className="narrow">
      <PageHeader
        title={page.kind === 'volunteering' ? 'Écrire une mission' : 'Écrire une offre'}
        lead="Vous la relirez avant de publier."
        above={<KindBadge kind={page.kind} />}
        back={{ href: '/structure/offres/nouvelle', label: 'Choisir un autre genre' }}
      />
      <OfferForm
        kind={page.kind}
        form={answer?.form ?? emptyForm(page.values)}
        choices={answer?.choices ?? page.choices}
        communeChoices={answer?.communeChoices}
        proposed={answer?.proposed}
        hidden={{ offerId: answer?.offerId ?? page.offerId }}
        submitLabel="Enregistrer et relire"
      />
    </div>
  )
}
