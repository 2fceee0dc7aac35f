import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OrganisationOfferView } from '#app/components/organisation/organisation-offer-view.tsx'
import { parisDate } from '#app/domain/duration.ts'
import type { Refusal } from '#app/domain/errors.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { messageOf, privateHeaders, requireId, statusOf, throwRefusal } from '#app/http/respond.server.ts'
import { getOrganisationOffer } from '#app/queries/organisation-offer.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { newId } from '#app/system/id.server.ts'
import { copyOffer } from '#app/use-cases/copy-offer.server.ts'
import { fillOffer } from '#app/use-cases/fill-offer.server.ts'
import { prolongOffer } from '#app/use-cases/prolong-offer.server.ts'
import { publishOffer } from '#app/use-cases/publish-offer.server.ts'
import { resumeOffer } from '#app/use-cases/resume-offer.server.ts'
import { suspendOffer } from '#app/use-cases/suspend-offer.server.ts'
import { withdrawOffer } from '#app/use-cases/withdraw-offer.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.offer.title ?? 'Offre' }]

const VERBS = {
  suspend: suspendOffer,
  resume: resumeOffer,
  prolong: prolongOffer,
  fill: fillOffer,
  withdraw: withdrawOffer,
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const now = systemClock()
  const offer = await getOrganisationOffer({ actor, offerId: requireId(params.offerId), now })
  if (!offer.ok) throwRefusal(offer.refusal)
  const done = new URL(request.url).searchParams.get('fait')
  return { offer: offer.value, today: parisDate(now), copyId: newId(), done }
}

function refused(refusal: Refusal) {
  if (refusal.code === 'not_found') throwRefusal(refusal)
  const twinId = refusal.fields.twinId?.[0] ?? null
  return data(
    { message: twinId ? null : messageOf(refusal.code), twinId },
    { status: statusOf(refusal.code) },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const offerId = requireId(params.offerId)
  const raw = await readForm(request)
  const intent = textOf(raw, 'intent')
  const now = systemClock()
  const command = { actor, offerId, now, version: Number(textOf(raw, 'version')) }
  if (intent === 'copy') {
    const copy = await copyOffer({ actor, offerId, copyId: requireId(textOf(raw, 'copyId')), now })
    return copy.ok ? redirect(`/structure/offres/${copy.value.id}?fait=copy`) : refused(copy.refusal)
  }
  const isVerb = Object.hasOwn(VERBS, intent)
  if (!isVerb && intent !== 'publish') throwRefusal({ code: 'invalid_input' })
  const result = isVerb
    ? await VERBS[intent as keyof typeof VERBS](command)
    : await publishOffer({ ...command, isConfirmed: textOf(raw, 'isConfirmed') === 'on' })
  return result.ok ? redirect(`/structure/offres/${offerId}?fait=${intent}`) : refused(result.refusal)
}

export default function OrganisationOffer() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <OrganisationOfferView
      {...page}
      done={answer ? null : page.done}
      refusal={answer?.message ?? null}
      twinId={answer?.twinId ?? null}
    />
  )
}
