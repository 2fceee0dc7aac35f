import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HowToldFields } from '#app/components/search/how-told-fields.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { howToldSchema } from '#app/domain/saved-search.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import {
  formRefusal,
  invalidForm,
  privateHeaders,
  requireId,
  throwRefusal,
} from '#app/http/respond.server.ts'
import { getSavedSearch } from '#app/queries/saved-searches.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { changeSavedSearch } from '#app/use-cases/change-saved-search.server.ts'

export const meta = () => [{ title: 'Changer une recherche' }]
export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const page = await getSavedSearch(actor, requireId(params.searchId))
  return page ?? throwRefusal({ code: 'not_found' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const savedSearchId = requireId(params.searchId)
  if (!(await getSavedSearch(actor, savedSearchId))) throwRefusal({ code: 'not_found' })
  const raw = await readForm(request)
  const form = parseForm(howToldSchema, raw)
  if (!form.ok) return invalidForm(form.state)
  const action = { kind: 'change', how: form.value } as const
  const changed = await changeSavedSearch({ actor, savedSearchId, action, now: systemClock() })
  if (!changed.ok) return formRefusal(changed.refusal, raw)
  throw redirect('/mes-recherches?fait=changee')
}

export default function ChangeSearch() {
  const { search, ways } = useLoaderData<typeof loader>()
  const { rhythm, channel } = search
  const form = useActionData<typeof action>() ?? emptyForm({ rhythm, channel })
  return (
    <div className="narrow stack">
      <PageHeader
        title="Changer une recherche"
        back={{ href: '/mes-recherches', label: 'Mes recherches' }}
        lead={search.words}
      />
      <form method="post" className="form" noValidate>
        <ErrorSummary form={form} />
        <HowToldFields form={form} ways={ways} />
        <ActionBar>
          <Button icon="check">Enregistrer</Button>
        </ActionBar>
      </form>
    </div>
  )
}
