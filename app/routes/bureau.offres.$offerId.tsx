import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { DeskKeys } from '#app/components/desk/desk-keys.tsx'
import { OfferSummary } from '#app/components/desk/offer-summary.tsx'
import { ProposalList } from '#app/components/desk/proposal-list.tsx'
import { ReviewPanel } from '#app/components/desk/review-panel.tsx'
import { HindranceNotice } from '#app/components/match/hindrance-notice.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { isId } from '#app/domain/ids.ts'
import { OFFER_STATE_LABELS } from '#app/domain/offer.labels.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { type RawForm, readForm, textOf, textsOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getCuratedOffer } from '#app/queries/curated-offer.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { approveMatches } from '#app/use-cases/approve-matches.server.ts'
import { approveOffer } from '#app/use-cases/approve-offer.server.ts'
import { refuseOffer } from '#app/use-cases/refuse-offer.server.ts'
import { sendBackOffer } from '#app/use-cases/send-back-offer.server.ts'
import { setAsideMatch } from '#app/use-cases/set-aside-match.server.ts'
import { undoMatch } from '#app/use-cases/undo-match.server.ts'

export const handle = { hydrate: true, wide: true }
export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Offre'} – À traiter` },
]

const MATCH_VERBS = { approve: approveMatch, set_aside: setAsideMatch, undo: undoMatch }
const OFFER_VERBS = { approve_offer: approveOffer, send_back: sendBackOffer, refuse: refuseOffer }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'relation_officer', 'administrator')
  const offer = await getCuratedOffer(actor, requireId(params.offerId), systemClock())
  return offer.ok ? offer.value : throwRefusal(offer.refusal)
}

const matchIds = (raw: RawForm) => {
  const ids = textsOf(raw, 'match')
  return ids.length > 0 && ids.every(isId) ? ids : throwRefusal({ code: 'not_found' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'relation_officer', 'administrator')
  const offerId = requireId(params.offerId)
  const raw = await readForm(request)
  const intent = textOf(raw, 'intent')
  const now = systemClock()
  const reason = textOf(raw, 'reason')
  if (intent === 'approve_many') {
    const result = await approveMatches({ actor, matchIds: matchIds(raw), now })
    return result.ok ? redirect(`/bureau/offres/${offerId}`) : formRefusal(result.refusal, raw)
  }
  if (Object.hasOwn(MATCH_VERBS, intent)) {
    const [matchId = ''] = matchIds(raw)
    const result = await MATCH_VERBS[intent as keyof typeof MATCH_VERBS]({ actor, matchId, now, reason })
    return result.ok
      ? redirect(`/bureau/offres/${offerId}?fait=${matchId}#proposition-${matchId}`)
      : formRefusal(result.refusal, raw)
  }
  if (Object.hasOwn(OFFER_VERBS, intent)) {
    const version = Number(textOf(raw, 'version'))
    const result = await OFFER_VERBS[intent as keyof typeof OFFER_VERBS]({
      actor,
      offerId,
      version,
      now,
      reason,
    })
    return result.ok ? redirect('/bureau') : formRefusal(result.refusal, raw)
  }
  throwRefusal({ code: 'invalid_input' })
}

export default function CuratedOffer() {
  const offer = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  const [params] = useSearchParams()
  return (
    <div className="stack-loose">
      <PageHeader
        title={offer.title}
        lead={OFFER_STATE_LABELS[offer.state]}
        back={{ href: '/bureau', label: 'À traiter' }}
      />
      <OfferSummary offer={offer} />
      <HindranceNotice sentences={offer.hindrances} />
      {offer.can.approve ? (
        <ReviewPanel findings={offer.findings} version={offer.version} form={form} />
      ) : null}
      {offer.state === 'published' || offer.proposals.length > 0 ? (
        <Section title="Personnes proposées" id="propositions">
          <DeskKeys />
          {offer.can.approve ? null : <ErrorSummary form={form} />}
          <ProposalList {...offer} selectedId={params.get('fait')} />
        </Section>
      ) : null}
    </div>
  )
}
