import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OrganisationDecision, OrganisationDetailsForm } from '#app/components/desk/organisation-check.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { formatDay } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import {
  ORGANISATION_FLAG_LABELS,
  ORGANISATION_KIND_LABELS,
  ORGANISATION_STATE_LABELS,
} from '#app/domain/organisation.labels.ts'
import { organisationDetailsSchema, refusalFormSchema } from '#app/domain/organisation.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import {
  formRefusal,
  invalidForm,
  privateHeaders,
  requireId,
  throwRefusal,
} from '#app/http/respond.server.ts'
import { getOrganisationToVerify } from '#app/queries/organisation-to-verify.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { completeOrganisation } from '#app/use-cases/complete-organisation.server.ts'
import { refuseOrganisation } from '#app/use-cases/refuse-organisation.server.ts'
import { verifyOrganisation } from '#app/use-cases/verify-organisation.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'Une structure à vérifier' }]

const requireDesk = (request: Request) =>
  requireActor(request, 'relation_officer', 'administrator', 'hotline')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireDesk(request)
  const page = await getOrganisationToVerify(actor, requireId(params.organisationId))
  const isDone = new URL(request.url).searchParams.has('fait')
  return page ? { ...page, isDone } : throwRefusal({ code: 'not_found' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireDesk(request)
  const organisationId = requireId(params.organisationId)
  const raw = await readForm(request)
  const command = { actor, organisationId, now: systemClock() }
  const intent = textOf(raw, 'intent')
  if (intent === 'complete') {
    const parsed = parseForm(organisationDetailsSchema, raw)
    if (!parsed.ok) return invalidForm(parsed.state)
    const completed = await completeOrganisation({ ...command, details: parsed.value })
    if (completed.ok) throw redirect(`/bureau/structures/${organisationId}?fait`)
    return completed.refusal.code === 'invalid_input'
      ? formRefusal(completed.refusal, raw)
      : throwRefusal(completed.refusal)
  }
  if (intent === 'refuse') {
    const parsed = parseForm(refusalFormSchema, raw)
    if (!parsed.ok) return invalidForm(parsed.state)
    const refused = await refuseOrganisation({ ...command, ...parsed.value })
    if (!refused.ok) throwRefusal(refused.refusal)
    throw redirect('/bureau/structures?fait')
  }
  if (intent !== 'verify') throwRefusal({ code: 'invalid_input' })
  const verified = await verifyOrganisation(command)
  if (!verified.ok) throwRefusal(verified.refusal)
  throw redirect('/bureau/structures?fait')
}

export default function OrganisationToVerify() {
  const { organisation, since, members, isOwnMember, can, isDone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isRefusal = refused?.values.intent === 'refuse'
  const { name, kind, state, siret, rna, activity, address, email, flags, communeName } = organisation
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title={name}
        lead={`Inscrite le ${formatDay(since)}`}
        back={{ href: '/bureau/structures', label: 'Structures à vérifier' }}
        above={
          <Badge tone={state === 'verified' ? 'ok' : 'neutral'}>{ORGANISATION_STATE_LABELS[state]}</Badge>
        }
      />
      {isDone && !refused ? <Notice tone="ok" role="status" title="C’est enregistré" /> : null}
      {flags.length > 0 ? (
        <Notice tone="danger" title="À vérifier">
          <ul>
            {flags.map((flag) => (
              <li key={flag}>{ORGANISATION_FLAG_LABELS[flag]}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: 'Genre', value: ORGANISATION_KIND_LABELS[kind] },
          { term: 'SIRET', value: siret },
          { term: 'RNA', value: rna },
          { term: 'Activité', value: activity },
          { term: 'Adresse', value: address },
          { term: 'Commune', value: communeName },
          { term: 'E-mail connu', value: email },
          { term: 'Inscrite par', value: members.map((one) => one.name).join(', ') },
        ]}
      />
      {isOwnMember && state === 'pending' ? (
        <Notice>Vous faites partie de cette structure : une autre personne doit la vérifier.</Notice>
      ) : null}
      {can.verify && can.refuse ? (
        <Section title="Ma décision">
          <OrganisationDecision form={isRefusal ? refused : null} />
        </Section>
      ) : null}
      {can.complete ? (
        <Section title="Compléter">
          <OrganisationDetailsForm
            form={
              refused && !isRefusal
                ? refused
                : emptyForm({ address: address ?? '', activity: activity ?? '', email: email ?? '' })
            }
          />
        </Section>
      ) : null}
    </div>
  )
}
