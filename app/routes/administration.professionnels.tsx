import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { InvitationList } from '#app/components/organisation/invitation-list.tsx'
import { InviteForm } from '#app/components/organisation/invite-form.tsx'
import { Ask } from '#app/components/ui/ask.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import { PROFESSIONAL_ROLES } from '#app/domain/actor.ts'
import { professionalInvitationSchema } from '#app/domain/organisation.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import {
  formRefusal,
  invalidForm,
  privateHeaders,
  requireId,
  throwRefusal,
} from '#app/http/respond.server.ts'
import { getProfessionalsPage } from '#app/queries/professionals-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { endPost } from '#app/use-cases/end-post.server.ts'
import { inviteProfessional } from '#app/use-cases/invite-professional.server.ts'
import { revokeProfessionalInvitation } from '#app/use-cases/revoke-professional-invitation.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'Professionnels' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'administrator')
  const isDone = new URL(request.url).searchParams.has('fait')
  return { ...(await getProfessionalsPage(actor, systemClock())), isDone }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'administrator')
  const raw = await readForm(request)
  const now = systemClock()
  const intent = textOf(raw, 'intent')
  if (intent === 'invite') {
    const parsed = parseForm(professionalInvitationSchema, raw)
    if (!parsed.ok) return invalidForm(parsed.state)
    const invited = await inviteProfessional({ actor, ...parsed.value, now })
    if (!invited.ok) return formRefusal(invited.refusal, raw)
  } else if (intent === 'revoke') {
    const invitationId = requireId(textOf(raw, 'invitation'))
    const revoked = await revokeProfessionalInvitation({ actor, invitationId, now })
    if (!revoked.ok) throwRefusal(revoked.refusal)
  } else if (intent === 'end') {
    const ended = await endPost({ actor, accountId: requireId(textOf(raw, 'account')), now })
    if (!ended.ok) throwRefusal(ended.refusal)
  } else throwRefusal({ code: 'invalid_input' })
  throw redirect('/administration/professionnels?fait')
}

const ROLES = PROFESSIONAL_ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }))

export default function Professionals() {
  const { professionals, invitations, isDone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Professionnels" lead="Qui travaille ici pour le territoire." />
      {isDone && !refused ? <Notice tone="ok" role="status" title="C’est fait" /> : null}
      <Section title={`Postes (${professionals.length})`}>
        <ul className="plain-list stack-tight">
          {professionals.map(({ id, name, post, canEnd }) => (
            <li key={id} className="card stack-tight">
              <p>
                <strong>{name}</strong>, {post}
              </p>
              {canEnd ? (
                <Ask label="Mettre fin à ce poste" about={name} look="quiet" size="small" wide={false}>
                  <p>Cette personne est déconnectée partout, tout de suite. Ses autres espaces restent.</p>
                  <PostButton fields={{ intent: 'end', account: id }} look="danger" size="small" about={name}>
                    Oui, mettre fin au poste
                  </PostButton>
                </Ask>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      {invitations.length > 0 ? (
        <Section title="Invitations envoyées">
          <InvitationList invitations={invitations.map(({ post, ...one }) => ({ ...one, place: post }))} />
        </Section>
      ) : null}
      <Section title="Inviter quelqu’un" id="inviter">
        <InviteForm form={refused ?? emptyForm()} roleLabel="Son poste" roles={ROLES} />
      </Section>
    </div>
  )
}
