import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StandingPanel } from '#app/components/hotline/standing-panel.tsx'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { MONTH_LABELS, PURPOSE_LABELS, WAY_LABELS } from '#app/domain/account.standing.labels.ts'
import { RIGHT_LABELS } from '#app/domain/right-on-behalf.labels.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getHotlinePerson } from '#app/queries/hotline-person.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { changeAccount, type SingleTransition } from '#app/use-cases/change-account.server.ts'
import { clearSignInCodes } from '#app/use-cases/clear-sign-in-codes.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name ?? 'Personne' }]

const CHANGES: readonly SingleTransition[] = ['stop', 'wake', 'resume', 'undo_duplicate']

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const person = await getHotlinePerson(actor, requireId(params.accountId), systemClock())
  return person.ok ? person.value : throwRefusal(person.refusal)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const accountId = requireId(params.accountId)
  const intent = textOf(await readForm(request), 'intent')
  const name = CHANGES.find((change) => change === intent)
  if (!name && intent !== 'unlock') throwRefusal({ code: 'invalid_input' })
  const done = name
    ? await changeAccount({ actor, accountId, name, now: systemClock() })
    : await clearSignInCodes({ actor, accountId })
  if (!done.ok) throwRefusal(done.refusal)
  return redirect(`/accueil/personnes/${accountId}`)
}

export default function HotlinePerson() {
  const person = useLoaderData<typeof loader>()
  const { accountId, birthMonth } = person
  return (
    <div className="narrow stack-loose">
      <PageHeader title={person.name} back={{ href: '/accueil', label: 'Chercher une personne' }} />
      <StandingPanel {...person} />
      <DefinitionList
        items={[
          { term: 'Téléphone', value: person.phone },
          { term: 'E-mail', value: person.email },
          { term: 'Commune', value: person.communeName },
          { term: 'Mois de naissance', value: birthMonth ? MONTH_LABELS[birthMonth - 1] : null },
        ]}
      />
      <div className="cluster">
        <LinkButton href={`/accueil/personnes/${accountId}/carte`} look="secondary">
          Sa carte à imprimer
        </LinkButton>
        {person.profileId ? (
          <>
            <LinkButton href={`/personnes/${person.profileId}`} look="quiet">
              Sa fiche
            </LinkButton>
            <LinkButton href={`/accueil/personnes/${accountId}/referent`} look="quiet">
              Qui l’accompagne
            </LinkButton>
          </>
        ) : null}
      </div>
      <Section title="Ce qu’elle accepte">
        <ul className="stack-tight">
          {person.consents.map((consent) => (
            <li key={consent.id}>
              {PURPOSE_LABELS[consent.purpose]} : oui, le {formatDate(consent.givenAt)},{' '}
              {WAY_LABELS[consent.how]}
              {consent.recordedBy ? `, écrit par ${consent.recordedBy}` : ''}
              {consent.withdrawnAt ? `. Retiré le ${formatDate(consent.withdrawnAt)}` : ''}
              {consent.withdrawnHow ? `, ${WAY_LABELS[consent.withdrawnHow]}` : ''}
              {consent.withdrawnBy ? `, écrit par ${consent.withdrawnBy}` : ''}
            </li>
          ))}
        </ul>
        {person.consents.length === 0 ? <p>Rien n’est noté.</p> : null}
        <div className="cluster">
          {person.rights.map((right) => (
            <LinkButton
              key={right}
              href={`/accueil/personnes/${accountId}/droits/${right}`}
              look="secondary"
              size="small"
            >
              {RIGHT_LABELS[right].link}
            </LinkButton>
          ))}
        </div>
      </Section>
      <Section title="Son compte">
        <ul className="stack-tight">
          {person.changes.map((change) => (
            <li key={change.id}>
              {formatDate(change.at)} : {change.told}
              {change.by ? `, par ${change.by}` : ''}
            </li>
          ))}
        </ul>
        {person.changes.length === 0 ? <p>Rien n’est arrivé à ce compte.</p> : null}
      </Section>
      <p className="small muted">Cette lecture est notée. La personne peut la voir.</p>
    </div>
  )
}
