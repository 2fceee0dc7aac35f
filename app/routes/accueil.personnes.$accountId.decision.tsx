import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { REQUEST_KINDS } from '#app/domain/suspension-request.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getDecisionForm } from '#app/queries/account-decision.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { proposeDecision } from '#app/use-cases/propose-decision.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'Une décision à deux' }]

const requireProposer = (request: Request) =>
  requireActor(request, 'hotline', 'relation_officer', 'administrator')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireProposer(request)
  const form = await getDecisionForm(actor, requireId(params.accountId), systemClock())
  if (!form.ok) throwRefusal(form.refusal)
  return { ...form.value, isDone: new URL(request.url).searchParams.has('proposee') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireProposer(request)
  const accountId = requireId(params.accountId)
  const raw = await readForm(request)
  const kind =
    REQUEST_KINDS.find((one) => one === textOf(raw, 'kind')) ?? throwRefusal({ code: 'invalid_input' })
  const reason = textOf(raw, 'reason')
  const proposed = await proposeDecision({ actor, accountId, kind, reason, now: systemClock() })
  if (proposed.ok) return redirect(`/accueil/personnes/${accountId}/decision?proposee`)
  return proposed.refusal.code === 'invalid_input'
    ? formRefusal(proposed.refusal, raw)
    : throwRefusal(proposed.refusal)
}

export default function Decision() {
  const { name, back, kind, isWaiting, isDone } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  const isLift = kind === 'lift'
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title={isLift ? `Lever la suspension de ${name}` : `Suspendre le compte de ${name}`}
        lead="Vous proposez. Une autre personne décide."
        back={back}
      />
      {isWaiting ? (
        <Notice
          {...(isDone && { role: 'status', tone: 'ok' })}
          title="Une proposition attend une deuxième personne"
        >
          <p>Rien ne change avant sa décision. Les chargés de relations et l’administration la voient.</p>
        </Notice>
      ) : (
        <form method="post" className="form" noValidate>
          <ErrorSummary form={form} />
          <input type="hidden" name="kind" value={kind} />
          <TextArea
            name="reason"
            label="Que s’est-il passé ?"
            help={
              isLift
                ? 'Dites ce qui a changé.'
                : 'Des faits, une date. La personne lira ces mots si son compte est suspendu.'
            }
            form={form}
            maxLength={1000}
            rows={4}
          />
          <Button>{isLift ? 'Proposer de lever la suspension' : 'Proposer la suspension'}</Button>
        </form>
      )}
    </div>
  )
}
