import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HowToldFields } from '#app/components/search/how-told-fields.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { parseAskedOffers } from '#app/domain/offer-search.ts'
import { howToldSchema } from '#app/domain/saved-search.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { formRefusal, invalidForm, privateHeaders } from '#app/http/respond.server.ts'
import { getNewSearchPage } from '#app/queries/saved-searches.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { saveSearch } from '#app/use-cases/save-search.server.ts'

export const meta = () => [
  { title: 'Me prévenir des nouvelles offres' },
  { name: 'robots', content: 'noindex' },
]
export const headers = privateHeaders

const askedBy = (request: Request) => parseAskedOffers(new URL(request.url).searchParams)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  return getNewSearchPage(actor, askedBy(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const raw = await readForm(request)
  const form = parseForm(howToldSchema, raw)
  if (!form.ok) return invalidForm(form.state)
  const { query } = await getNewSearchPage(actor, askedBy(request))
  const saved = await saveSearch({ actor, query, how: form.value, now: systemClock() })
  if (!saved.ok) return formRefusal(saved.refusal, raw)
  throw redirect('/mes-recherches?fait=gardee')
}

export default function NewSearch() {
  const { words, isPlaceMissing, back, ways } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm({ rhythm: 'daily', channel: ways.preferred })
  return (
    <div className="narrow stack">
      <PageHeader title="Me prévenir des nouvelles offres" back={{ href: back, label: 'La recherche' }} />
      <p className="lead">Votre recherche : {words}.</p>
      {isPlaceMissing ? (
        <Notice title="Choisissez d’abord la commune">
          <p>Nous ne savons pas encore de quelle commune il s’agit.</p>
          <LinkButton href={back} look="secondary">
            Choisir la commune
          </LinkButton>
        </Notice>
      ) : (
        <form method="post" className="form" noValidate>
          <ErrorSummary form={form} />
          <HowToldFields form={form} ways={ways} />
          <p className="muted">
            Chaque offre vous est dite une seule fois. Vous arrêtez quand vous voulez, en un geste.
          </p>
          <ActionBar>
            <Button icon="check">Me prévenir</Button>
          </ActionBar>
        </form>
      )}
    </div>
  )
}
