import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerButtons } from '#app/components/answer/answer-buttons.tsx'
import { AnswerGiven } from '#app/components/answer/answer-given.tsx'
import { AskedBy } from '#app/components/answer/asked-by.tsx'
import { ReasonList } from '#app/components/match/reason-list.tsx'
import { ReservedFor } from '#app/components/match/reserved-for.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { isLinkAnswer } from '#app/domain/answer-link.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getAnswerLinkPage } from '#app/queries/answer-link-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { answerByLink } from '#app/use-cases/answer-by-link.server.ts'

export const meta = () => [{ title: 'Une offre pour vous' }, { name: 'robots', content: 'noindex' }]
// Not no-referrer: browsers would then send `Origin: null`, and the answer would pass for another site's.
export const headers = () => ({ ...privateHeaders(), 'Referrer-Policy': 'same-origin' })

export async function loader({ params }: LoaderFunctionArgs) {
  const page = await getAnswerLinkPage({ token: params.token ?? '', now: systemClock() })
  return page ?? throwRefusal({ code: 'not_found' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const answer = textOf(await readForm(request), 'answer')
  if (!isLinkAnswer(answer)) throwRefusal({ code: 'invalid_input' })
  const answered = await answerByLink({ token, answer, now: systemClock() })
  if (!answered.ok) throwRefusal(answered.refusal)
  throw redirect(`/r/${encodeURIComponent(token)}`)
}

export default function AnswerLink() {
  const page = useLoaderData<typeof loader>()
  const isAsking = page.state === 'open' && !page.isClosed
  return (
    <div className="narrow stack">
      <PageHeader
        title={isAsking ? `${page.firstName}, cette offre est pour vous ?` : `Bonjour ${page.firstName}`}
      />
      <AnswerGiven page={page} />
      {isAsking && page.asked ? <AskedBy asked={page.asked} /> : null}
      <OfferCard offer={page.card} />
      {isAsking ? (
        <>
          {page.sentences.length > 0 ? <ReasonList sentences={page.sentences} /> : null}
          {page.pay ? <p>Salaire : {page.pay}</p> : null}
          <p className="prose clamped">{page.description}</p>
          <ReservedFor publics={page.card.reservedFor} />
        </>
      ) : null}
      <AnswerButtons page={page} />
    </div>
  )
}
