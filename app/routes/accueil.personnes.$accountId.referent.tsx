import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { formatDate } from '#app/components/ui/format.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { isId } from '#app/domain/ids.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getReferentPage } from '#app/queries/referent-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { endReferral } from '#app/use-cases/end-referral.server.ts'
import { nameReferent } from '#app/use-cases/name-referent.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Qui accompagne ${data.name}` : 'Référent·e' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const page = await getReferentPage(actor, requireId(params.accountId), systemClock())
  return page.ok ? page.value : throwRefusal(page.refusal)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const accountId = requireId(params.accountId)
  const raw = await readForm(request)
  const intent = textOf(raw, 'intent')
  if (intent !== 'name' && intent !== 'end') throwRefusal({ code: 'invalid_input' })
  const change = intent === 'name' ? nameReferent : endReferral
  const typed = textOf(raw, 'referentId')
  const referentId = isId(typed) ? typed : accountId
  const done = await change({ actor, accountId, referentId, now: systemClock() })
  if (done.ok) return redirect(`/accueil/personnes/${accountId}/referent`)
  return done.refusal.code === 'invalid_input' ? formRefusal(done.refusal, raw) : throwRefusal(done.refusal)
}

export default function ReferentPage() {
  const { accountId, name, referents, choices } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title={`Qui accompagne ${name}`}
        lead="Cette personne lit sa fiche sans donner de raison. Notez ce que le Département a décidé."
        back={{ href: `/accueil/personnes/${accountId}`, label: name }}
      />
      <Section title="En ce moment">
        <ul className="plain-list stack">
          {referents.map((referent) => (
            <li key={referent.id} className="stack-tight">
              <p>
                {referent.name}, depuis le {formatDate(referent.since)}
              </p>
              <PostButton
                look="secondary"
                size="small"
                fields={{ intent: 'end', referentId: referent.id }}
                about={referent.name}
              >
                Ne l’accompagne plus
              </PostButton>
            </li>
          ))}
        </ul>
        {referents.length === 0 ? <p>Personne n’est noté.</p> : null}
      </Section>
      <Section title="Ajouter">
        {choices.length > 0 ? (
          <form method="post" className="form" noValidate>
            <ErrorSummary form={form} />
            <input type="hidden" name="intent" value="name" />
            <Select
              name="referentId"
              label="Référent·e"
              options={choices}
              placeholder="Choisir"
              form={form}
            />
            <Button>Noter</Button>
          </form>
        ) : (
          <p>Personne d’autre ne peut l’accompagner sur ce territoire.</p>
        )}
      </Section>
    </div>
  )
}
