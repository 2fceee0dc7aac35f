import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SavedSearchCard } from '#app/components/search/saved-search-card.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getSavedSearches } from '#app/queries/saved-searches.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { changeSavedSearch } from '#app/use-cases/change-saved-search.server.ts'
import { removeSavedSearch } from '#app/use-cases/remove-saved-search.server.ts'

export const meta = () => [{ title: 'Mes recherches' }]
export const headers = privateHeaders

const DONE: Record<string, string> = {
  gardee: 'C’est noté. Nous vous écrivons quand une offre arrive.',
  changee: 'C’est changé.',
  pause: 'C’est en pause. Nous ne vous écrivons plus pour cette recherche.',
  reprise: 'C’est repris. Nous vous écrivons quand une offre arrive.',
  supprimee: 'C’est supprimé.',
}

const SAID = { pause: 'pause', resume: 'reprise', remove: 'supprimee' } as const

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const done = DONE[new URL(request.url).searchParams.get('fait') ?? ''] ?? null
  return { ...(await getSavedSearches(actor)), done }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const raw = await readForm(request)
  const intent = textOf(raw, 'intent')
  if (intent !== 'pause' && intent !== 'resume' && intent !== 'remove')
    throwRefusal({ code: 'invalid_input' })
  const savedSearchId = requireId(textOf(raw, 'searchId'))
  const now = systemClock()
  const acted = await (intent === 'remove'
    ? removeSavedSearch({ actor, savedSearchId })
    : changeSavedSearch({ actor, savedSearchId, action: { kind: intent }, now }))
  if (!acted.ok) throwRefusal(acted.refusal)
  throw redirect(`/mes-recherches?fait=${SAID[intent]}`)
}

export default function SavedSearches() {
  const { searches, ways, done } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack">
      <PageHeader title="Mes recherches" lead="Chaque nouvelle offre vous est dite une seule fois." />
      {done ? (
        <Notice tone="ok" role="status">
          {done}
        </Notice>
      ) : null}
      {ways.isStopped ? (
        <Notice title="Vous avez dit stop">
          <p>
            Nous ne vous écrivons pas. Pour recevoir de nouveau des messages,{' '}
            <a href="/mon-profil#messages">dites comment</a>.
          </p>
        </Notice>
      ) : null}
      {searches.length > 0 ? (
        <ul className="plain-list stack">
          {searches.map((search) => (
            <li key={search.id}>
              <SavedSearchCard search={search} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Aucune recherche" actions={<LinkButton href="/offres">Chercher</LinkButton>}>
          Faites une recherche, puis « Me prévenir des nouvelles offres ».
        </EmptyState>
      )}
    </div>
  )
}
