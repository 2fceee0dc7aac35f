import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { distinctionsOf, nameOf } from '#app/components/hotline/person-words.ts'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { isId } from '#app/domain/ids.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getDuplicateChoice } from '#app/queries/duplicate-choice.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { markDuplicate } from '#app/use-cases/mark-duplicate.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'C’est un doublon' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const choice = await getDuplicateChoice(actor, requireId(params.accountId), systemClock())
  return choice.ok ? choice.value : throwRefusal(choice.refusal)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const accountId = requireId(params.accountId)
  const raw = await readForm(request)
  const goodId = textOf(raw, 'goodId')
  const marked = await markDuplicate({
    actor,
    accountId,
    goodId: isId(goodId) ? goodId : accountId,
    now: systemClock(),
  })
  if (marked.ok) return redirect(`/accueil/personnes/${accountId}`)
  return marked.refusal.code === 'invalid_input'
    ? formRefusal(marked.refusal, raw)
    : throwRefusal(marked.refusal)
}

export default function Duplicate() {
  const { accountId, name, people } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="C’est un doublon"
        lead={`Le compte de ${name} sera fermé. Choisissez le bon compte, celui qui reste.`}
        back={{ href: `/accueil/personnes/${accountId}`, label: name }}
      />
      {people.length > 0 ? (
        <form method="post" className="form" noValidate>
          <ErrorSummary form={form} />
          <RadioGroup
            name="goodId"
            label="Le bon compte"
            form={form}
            look="boxed"
            choices={people.map((person) => ({
              value: person.accountId,
              label: nameOf(person),
              help: distinctionsOf(person),
            }))}
          />
          <Button look="danger">Fermer ce compte</Button>
        </form>
      ) : (
        <EmptyState title="Aucun compte ouvert ne porte un nom qui ressemble." icon="person" />
      )}
    </div>
  )
}
