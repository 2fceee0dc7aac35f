import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OwnDataList } from '#app/components/candidate/own-data-list.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { CONSENT_LABELS } from '#app/domain/own-data.labels.ts'
import { OWNERS_OF_DATA } from '#app/domain/rights.policy.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getOwnDataPage } from '#app/queries/own-data.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { withdrawConsent } from '#app/use-cases/withdraw-consent.server.ts'

export const meta = () => [{ title: 'Mes données' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...OWNERS_OF_DATA)
  const page = (await getOwnDataPage(actor)) ?? throwRefusal({ code: 'not_found' })
  return { ...page, isDone: new URL(request.url).searchParams.has('retire') }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...OWNERS_OF_DATA)
  const purpose = textOf(await readForm(request), 'purpose')
  if (purpose !== 'messages' && purpose !== 'visibility' && purpose !== 'situation')
    return throwRefusal({ code: 'not_found' })
  const { accountId } = actor
  const done = await withdrawConsent({ actor, accountId, purpose, now: systemClock() })
  if (!done.ok) return throwRefusal(done.refusal)
  throw redirect('/mes-donnees?retire')
}

export default function OwnDataPage() {
  const { data, consents, can, isDone } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Mes données"
        lead="Ce que nous gardons sur vous. Vous pouvez le lire, l’emporter, ou l’effacer."
      />
      {isDone ? (
        <Notice tone="ok" role="status" title="C’est fait">
          Nous en tenons compte dès maintenant.
        </Notice>
      ) : null}
      <Section title="Ce que nous gardons">
        <OwnDataList data={data} />
        <LinkButton href="/mes-donnees.json" look="secondary">
          Emporter mes données (fichier)
        </LinkButton>
      </Section>
      <Section title="Ce que vous acceptez" id="accords">
        <ul className="plain-list stack">
          {consents.map(({ purpose, stands, givenAt }) => (
            <li key={purpose} className="stack-tight">
              <p>
                <strong>{CONSENT_LABELS[purpose].label}</strong> :{' '}
                {stands ? `oui${givenAt ? `, depuis le ${formatDate(givenAt)}` : ''}` : 'non'}
              </p>
              {stands && purpose === 'registration' && can.erase ? (
                <>
                  <p className="muted small">{CONSENT_LABELS[purpose].effect}</p>
                  <LinkButton href="/mes-donnees/effacer" look="secondary" size="small">
                    Je ne suis plus d’accord
                  </LinkButton>
                </>
              ) : null}
              {stands && purpose !== 'registration' && can.withdrawConsent ? (
                <>
                  <p className="muted small">{CONSENT_LABELS[purpose].effect}</p>
                  <PostButton
                    look="secondary"
                    size="small"
                    fields={{ purpose }}
                    about={CONSENT_LABELS[purpose].label}
                  >
                    Je ne suis plus d’accord
                  </PostButton>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Effacer mon compte" id="effacer">
        {can.erase ? (
          <LinkButton href="/mes-donnees/effacer" look="danger">
            Effacer mon compte
          </LinkButton>
        ) : (
          <p>
            Le Département tient les comptes de ses professionnels. Demandez à l’administration de fermer le
            vôtre.
          </p>
        )}
      </Section>
    </div>
  )
}
