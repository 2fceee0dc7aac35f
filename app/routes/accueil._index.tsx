import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PeopleList } from '#app/components/hotline/people-list.tsx'
import { PersonSearch } from '#app/components/hotline/person-search.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders } from '#app/http/respond.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { findPeople, SEARCH_LIMIT } from '#app/use-cases/find-people.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'Accueil téléphonique' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'hotline')
  return { isErased: new URL(request.url).searchParams.has('efface') }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const raw = await readForm(request)
  const found = await findPeople({ actor, text: textOf(raw, 'text'), now: systemClock() })
  if (!found.ok) return formRefusal(found.refusal, raw)
  return { ...emptyForm(raw), people: found.value, isCut: found.value.length === SEARCH_LIMIT }
}

export default function HotlineDesk() {
  const { isErased } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const people = answered && 'people' in answered ? answered.people : null
  const isCut = Boolean(answered && 'people' in answered && answered.isCut)
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Quelqu’un appelle" lead="Cherchez d’abord la personne. Sinon, inscrivez-la." />
      {isErased && !answered ? (
        <Notice tone="ok" role="status" title="Le compte est effacé">
          Dites-le à la personne : il ne reste rien ici qui porte son nom.
        </Notice>
      ) : null}
      <PersonSearch form={answered ?? emptyForm()} />
      {people === null ? null : people.length > 0 ? (
        <div className="stack">
          <p role="status">
            {countOf(people.length, 'personne trouvée', 'personnes trouvées')}
            {isCut ? '. Il y en a peut-être d’autres : écrivez le nom entier.' : ''}
          </p>
          <PeopleList people={people} isLinked />
        </div>
      ) : (
        <EmptyState title="Personne de ce nom ou de ce numéro." icon="person" />
      )}
      <LinkButton href="/accueil/inscrire" look="secondary" icon="person">
        Inscrire quelqu’un
      </LinkButton>
    </div>
  )
}
