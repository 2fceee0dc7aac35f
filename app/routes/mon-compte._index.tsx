import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DONE_WORDS, doneWordOf } from '#app/components/account/done-words.ts'
import { FactorSection } from '#app/components/account/factor-section.tsx'
import { SessionList } from '#app/components/account/session-list.tsx'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionReference } from '#app/http/session.server.ts'
import { getOwnAccount } from '#app/queries/own-account.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { endOwnSessions } from '#app/use-cases/end-own-sessions.server.ts'

export const meta = () => [{ title: 'Mon compte' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const reference = sessionReference(request) ?? ''
  const done = doneWordOf(new URL(request.url).searchParams.get('fait'))
  const own = await getOwnAccount({ actor, reference, now: systemClock() })
  return { ...own, done, isCandidate: actor.kind === 'candidate' }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const raw = await readForm(request)
  const reference = sessionReference(request) ?? ''
  const isOne = textOf(raw, 'intent') === 'end-session'
  if (!isOne && textOf(raw, 'intent') !== 'end-others') return throwRefusal({ code: 'not_found' })
  const which = isOne ? { idHash: textOf(raw, 'session') } : 'others'
  const ended = await endOwnSessions({ actor, reference, which, now: systemClock() })
  if (!ended.ok) return throwRefusal(ended.refusal)
  throw redirect(`/mon-compte?fait=${isOne ? 'appareil' : 'appareils'}`)
}

export default function OwnAccount() {
  const { name, phone, email, factor, sessions, done, isCandidate } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Mon compte" />
      {done ? (
        <Notice tone="ok" role="status">
          {DONE_WORDS[done]}
        </Notice>
      ) : null}
      <Section title="Vous">
        <DefinitionList
          items={[
            { term: 'Nom', value: name },
            { term: 'Téléphone', value: phone },
            { term: 'E-mail', value: email },
          ]}
        />
        <p>
          <a href="/mon-compte/contact/telephone">{phone ? 'Changer de numéro' : 'Ajouter un numéro'}</a>
        </p>
        <p>
          <a href="/mon-compte/contact/e-mail">
            {email ? 'Changer d’adresse e-mail' : 'Ajouter une adresse e-mail'}
          </a>
        </p>
      </Section>
      {factor ? <FactorSection {...factor} /> : null}
      <Section title="Vos appareils">
        <SessionList sessions={sessions} />
      </Section>
      <Section title="Vos données">
        <p>
          <a href="/mes-donnees">Lire, emporter ou effacer ce que nous gardons</a>
        </p>
        {isCandidate ? (
          <p>
            <a href="/mon-compte/arreter">Arrêter mon compte</a>
          </p>
        ) : null}
      </Section>
    </div>
  )
}
