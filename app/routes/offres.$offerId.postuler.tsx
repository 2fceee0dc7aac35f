import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ApplyForm } from '#app/components/application/apply-form.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { formatDay } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getApplyPage } from '#app/queries/apply-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { applyToOffer } from '#app/use-cases/apply-to-offer.server.ts'

export const meta = () => [{ title: 'Je postule' }, { name: 'robots', content: 'noindex' }]
export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const page = await getApplyPage({ actor, offerId: requireId(params.offerId), now: systemClock() })
  if (!page) throwRefusal({ code: 'not_found' })
  if (page.standingId) throw redirect(`/mes-candidatures/${page.standingId}`)
  if (page.closed) throwRefusal({ code: page.closed })
  return page
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const offerId = requireId(params.offerId)
  const raw = await readForm(request)
  const sentence = textOf(raw, 'sentence')
  const applied = await applyToOffer({ actor, offerId, sentence, now: systemClock() })
  if (applied.ok) throw redirect(`/mes-candidatures/${applied.value.applicationId}?envoyee`)
  if (applied.refusal.code !== 'invalid_input') throwRefusal(applied.refusal)
  return formRefusal(applied.refusal, raw)
}

export default function Apply() {
  const { card, promisedOn, reapplyOn } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader title="Je postule" back={{ href: card.href, label: 'L’offre' }} />
      <OfferCard offer={card} />
      {reapplyOn ? (
        <Notice title="Vous avez déjà répondu à cette offre">
          <p>Vous pourrez recommencer le {formatDay(reapplyOn)}.</p>
          <LinkButton href="/mes-candidatures" look="secondary">
            Mes candidatures
          </LinkButton>
        </Notice>
      ) : (
        <ApplyForm form={form} promisedOn={promisedOn} />
      )}
    </div>
  )
}
