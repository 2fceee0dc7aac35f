import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { InvitationList } from '#app/components/organisation/invitation-list.tsx'
import { InviteForm } from '#app/components/organisation/invite-form.tsx'
import { JoinRequests } from '#app/components/organisation/join-requests.tsx'
import { PendingNotice } from '#app/components/organisation/pending-notice.tsx'
import { TeamMembers } from '#app/components/organisation/team-members.tsx'
import { Ask } from '#app/components/ui/ask.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { MEMBERSHIP_ROLE_LABELS } from '#app/domain/organisation.labels.ts'
import { memberInvitationSchema } from '#app/domain/organisation.schema.ts'
import { MEMBERSHIP_ROLES, type MembershipRole } from '#app/domain/organisation.ts'
import type { Result } from '#app/domain/result.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, type RawForm, readForm, textOf } from '#app/http/forms.server.ts'
import { arrivalPath } from '#app/http/home-path.server.ts'
import {
  formRefusal,
  invalidForm,
  privateHeaders,
  requireId,
  throwRefusal,
} from '#app/http/respond.server.ts'
import { sessionStarted, visitOf } from '#app/http/session.server.ts'
import { getTeamPage } from '#app/queries/team-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import type { Recruiter } from '#app/use-cases/act-on-team.server.ts'
import { answerJoinRequest } from '#app/use-cases/answer-join-request.server.ts'
import { changeMemberRole } from '#app/use-cases/change-member-role.server.ts'
import { handOverOrganisation } from '#app/use-cases/hand-over-organisation.server.ts'
import { inviteMember } from '#app/use-cases/invite-member.server.ts'
import { leaveOrganisation } from '#app/use-cases/leave-organisation.server.ts'
import { removeMember } from '#app/use-cases/remove-member.server.ts'
import { requestOrganisationCode } from '#app/use-cases/request-organisation-code.server.ts'
import { revokeMemberInvitation } from '#app/use-cases/revoke-member-invitation.server.ts'

export const meta = () => [{ title: 'Mon équipe' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const page = await getTeamPage(actor, systemClock())
  const done = new URL(request.url).searchParams.has('fait')
  return page ? { ...page, isDone: done } : throwRefusal({ code: 'not_found' })
}

/** What a button of the team does; null for a word that is none. */
function act(actor: Recruiter, raw: RawForm, now: Date): Promise<Result<null>> | null {
  const idOf = (field: string) => requireId(textOf(raw, field))
  const intent = textOf(raw, 'intent')
  switch (intent) {
    case 'role': {
      const role = textOf(raw, 'role') as MembershipRole
      return MEMBERSHIP_ROLES.includes(role)
        ? changeMemberRole({ actor, memberId: idOf('member'), role })
        : null
    }
    case 'hand_over':
      return handOverOrganisation({ actor, memberId: idOf('member') })
    case 'remove':
      return removeMember({ actor, memberId: idOf('member'), now })
    case 'revoke':
      return revokeMemberInvitation({ actor, invitationId: idOf('invitation'), now })
    case 'accepted':
    case 'declined':
      return answerJoinRequest({ actor, joinRequestId: idOf('request'), decision: intent, now })
    default:
      return null
  }
}

async function leave(request: Request, actor: Recruiter, now: Date) {
  const left = await leaveOrganisation({ actor, visit: visitOf(request), now })
  if (!left.ok) return formRefusal(left.refusal, {})
  const { hats } = left.value
  throw redirect(hats.length > 0 ? arrivalPath(hats) : '/inscription/structure?quittee', {
    headers: { 'Set-Cookie': sessionStarted(left.value, now) },
  })
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const raw = await readForm(request)
  const now = systemClock()
  const intent = textOf(raw, 'intent')
  if (intent === 'leave') return leave(request, actor, now)
  if (intent === 'code') {
    const asked = await requestOrganisationCode({ actor, number: null, form: null, now })
    if (!asked.ok && asked.refusal.code === 'not_found') throwRefusal(asked.refusal)
    if (!asked.ok) return formRefusal(asked.refusal, {})
    throw redirect(`/inscription/structure/code/${asked.value.verificationId}`)
  }
  if (intent === 'invite') {
    const parsed = parseForm(memberInvitationSchema, raw)
    if (!parsed.ok) return invalidForm(parsed.state)
    const invited = await inviteMember({ actor, ...parsed.value, now })
    if (!invited.ok) return formRefusal(invited.refusal, raw)
  } else {
    const done = await act(actor, raw, now)
    if (!done) throwRefusal({ code: 'invalid_input' })
    if (!done.ok) {
      if (done.refusal.code === 'not_found') throwRefusal(done.refusal)
      return formRefusal(done.refusal, {})
    }
  }
  throw redirect('/structure/equipe?fait')
}

const ROLE_HELP: Record<MembershipRole, string> = {
  administrator: 'Publie, répond, invite et gère l’équipe.',
  member: 'Publie des offres et répond aux candidatures.',
}
const ROLES = [...MEMBERSHIP_ROLES]
  .reverse()
  .map((value) => ({ value, label: MEMBERSHIP_ROLE_LABELS[value], help: ROLE_HELP[value] }))

export default function Team() {
  const { organisation, can, members, requests, invitations, isDone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isInvite = refused?.values.intent === 'invite'
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Mon équipe" lead={organisation.name} />
      {isDone && !refused ? <Notice tone="ok" role="status" title="C’est fait" /> : null}
      {refused && !isInvite ? (
        <Notice tone="danger" role="alert">
          {refused.formErrors.join(' ')}
        </Notice>
      ) : null}
      {organisation.state === 'pending' ? (
        <PendingNotice hasAddress={organisation.hasAddress && can.ask_code} />
      ) : null}
      {requests.length > 0 ? (
        <Section title="Demandes">
          <JoinRequests requests={requests} />
        </Section>
      ) : null}
      <Section title={`Membres (${members.length})`}>
        <TeamMembers members={members} can={can} />
      </Section>
      {invitations.length > 0 ? (
        <Section title="Invitations envoyées">
          <InvitationList
            invitations={invitations.map(({ role, ...one }) => ({
              ...one,
              place: MEMBERSHIP_ROLE_LABELS[role],
            }))}
          />
        </Section>
      ) : null}
      {can.invite ? (
        <Section title="Inviter quelqu’un" id="inviter">
          <InviteForm
            form={isInvite ? refused : emptyForm({ role: 'member' })}
            roleLabel="Son rôle"
            roles={ROLES}
          />
        </Section>
      ) : null}
      <Section title="Quitter la structure">
        <Ask label="Je quitte cette structure" look="secondary" wide={false}>
          <p>Vous ne verrez plus ses offres ni ses candidatures. Vos collègues continuent sans vous.</p>
          <PostButton fields={{ intent: 'leave' }} look="danger">
            Oui, je quitte la structure
          </PostButton>
        </Ask>
      </Section>
    </div>
  )
}
