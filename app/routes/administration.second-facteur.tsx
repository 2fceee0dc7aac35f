import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getFactorHolders } from '#app/queries/factor-holders.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { resetSecondFactor } from '#app/use-cases/reset-second-factor.server.ts'

export const meta = () => [{ title: 'Téléphone perdu' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'administrator')
  const isDone = new URL(request.url).searchParams.has('fait')
  return { holders: await getFactorHolders(actor), isDone }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'administrator')
  const raw = await readForm(request)
  const accountId = requireId(textOf(raw, 'accountId'))
  const reset = await resetSecondFactor({
    actor,
    accountId,
    reason: textOf(raw, 'reason'),
    now: systemClock(),
  })
  if (reset.ok) throw redirect('/administration/second-facteur?fait')
  return reset.refusal.code === 'not_found' ? throwRefusal(reset.refusal) : formRefusal(reset.refusal, raw)
}

export default function FactorReset() {
  const { holders, isDone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const form = refused ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader
        title="Téléphone perdu"
        lead="Une personne de l’équipe n’a plus ni son téléphone, ni ses codes de secours : remettez son second code à zéro."
      />
      {isDone && !refused ? (
        <Notice tone="ok" role="status">
          C’est fait. Ses appareils sont déconnectés. À sa prochaine connexion, elle installe une nouvelle
          application.
        </Notice>
      ) : null}
      {holders.length === 0 ? (
        <p>Personne d’autre n’a de second code.</p>
      ) : (
        <form method="post" className="form" noValidate>
          <ErrorSummary form={form} />
          <FieldsNote />
          <Notice>Vérifiez de vive voix que c’est bien cette personne qui vous le demande.</Notice>
          <Select name="accountId" label="Qui" options={holders} form={form} />
          <TextArea name="reason" label="Pourquoi" rows={3} maxLength={500} form={form} />
          <Button wide look="danger">
            Remettre à zéro
          </Button>
        </form>
      )}
    </div>
  )
}
