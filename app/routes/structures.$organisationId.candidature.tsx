import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProposeForm } from '#app/components/application/propose-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { formatDay } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { WANTED_KINDS, type WantedKind } from '#app/domain/application.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getProposePage } from '#app/queries/organisation-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { proposeToOrganisation } from '#app/use-cases/propose-to-organisation.server.ts'

export const meta = () => [{ title: 'Je me propose' }, { name: 'robots', content: 'noindex' }]
export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const organisationId = requireId(params.organisationId)
  const page = await getProposePage({ actor, organisationId, now: systemClock() })
  if (!page) throwRefusal({ code: 'not_found' })
  if (page.standingId) throw redirect(`/mes-candidatures/${page.standingId}`)
  return page
}

const readKind = (typed: string): WantedKind | null => WANTED_KINDS.find((kind) => kind === typed) ?? null

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const organisationId = requireId(params.organisationId)
  const raw = await readForm(request)
  const said = { sentence: textOf(raw, 'sentence'), wantedKind: readKind(textOf(raw, 'wantedKind')) }
  const proposed = await proposeToOrganisation({ actor, organisationId, ...said, now: systemClock() })
  if (proposed.ok) throw redirect(`/mes-candidatures/${proposed.value.applicationId}?envoyee`)
  const { code } = proposed.refusal
  if (code === 'not_found') throwRefusal(proposed.refusal)
  return formRefusal(proposed.refusal, raw)
}

export default function Propose() {
  const { organisation, promisedOn, againOn } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  const back = { href: `/structures/${organisation.id}`, label: organisation.name }
  return (
    <div className="narrow stack">
      <PageHeader
        title="Je me propose"
        lead={`${organisation.name}, ${organisation.communeName}`}
        back={back}
      />
      {againOn ? (
        <Notice title="Vous avez déjà écrit à cette structure">
          <p>Vous pourrez recommencer le {formatDay(againOn)}.</p>
          <LinkButton href="/mes-candidatures" look="secondary">
            Mes candidatures
          </LinkButton>
        </Notice>
      ) : (
        <ProposeForm form={form} promisedOn={promisedOn} />
      )}
    </div>
  )
}
