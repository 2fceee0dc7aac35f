import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MarkButtons } from '#app/components/offer/mark-buttons.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { markedPath } from '#app/http/mark-path.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getMarkPage } from '#app/queries/marked-offers.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { markOffer } from '#app/use-cases/mark-offer.server.ts'

export const meta = () => [{ title: 'Garder cette offre' }, { name: 'robots', content: 'noindex' }]
export const headers = privateHeaders

const MARKS = { keep: 'kept', set_aside: 'set_aside', clear: null } as const
const isIntent = (intent: string): intent is keyof typeof MARKS => Object.hasOwn(MARKS, intent)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const page = await getMarkPage(actor, requireId(params.offerId))
  if (!page) throwRefusal({ code: 'not_found' })
  return { ...page, back: localPath(new URL(request.url).searchParams.get('retour')) ?? page.card.href }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const offerId = requireId(params.offerId)
  const raw = await readForm(request)
  const intent = textOf(raw, 'intent')
  if (!isIntent(intent)) throwRefusal({ code: 'invalid_input' })
  const mark = MARKS[intent]
  const marked = await markOffer({ actor, offerId, mark, now: systemClock() })
  if (!marked.ok) throwRefusal(marked.refusal)
  throw redirect(markedPath(textOf(raw, 'retour'), { offerId, mark: mark ?? 'none' }))
}

export default function MarkOffer() {
  const { card, mark, back } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack">
      <PageHeader title="Garder cette offre" back={{ href: back, label: 'Retour' }} />
      <OfferCard
        offer={card}
        state={mark === 'kept' ? 'Gardée' : null}
        actions={<MarkButtons {...card} mark={mark} isSignedIn back={back} />}
      />
      <p className="muted">
        Une offre gardée vous attend dans <a href="/mes-offres-gardees">vos offres gardées</a>. La structure
        ne le sait pas.
      </p>
    </div>
  )
}
