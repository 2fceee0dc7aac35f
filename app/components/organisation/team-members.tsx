import { Ask } from '#app/components/ui/ask.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { MEMBERSHIP_ROLE_LABELS } from '#app/domain/organisation.labels.ts'
import type { TeamAction } from '#app/domain/organisation.policy.ts'
import type { MembershipRole } from '#app/domain/organisation.ts'

/** `nextRole`: the one that she or he may be given, null when none. */
export type TeamMember = {
  id: string
  name: string
  role: MembershipRole
  since: string
  isSelf: boolean
  nextRole: MembershipRole | null
}
type Can = Record<TeamAction, boolean>

function MemberActions({ member, can }: { member: TeamMember; can: Can }) {
  const { id, name, isSelf, nextRole } = member
  return (
    <div className="cluster">
      {nextRole ? (
        <PostButton
          fields={{ intent: 'role', member: id, role: nextRole }}
          look="secondary"
          size="small"
          about={name}
        >
          {nextRole === 'administrator' ? 'Faire administrer' : 'Rendre simple membre'}
        </PostButton>
      ) : null}
      {can.hand_over && !isSelf ? (
        <PostButton fields={{ intent: 'hand_over', member: id }} look="secondary" size="small" about={name}>
          Lui passer la main
        </PostButton>
      ) : null}
      {can.remove && !isSelf ? (
        <Ask label="Retirer" about={name} look="quiet" size="small" wide={false}>
          <p>Cette personne perd tout de suite l’accès à la structure.</p>
          <PostButton fields={{ intent: 'remove', member: id }} look="danger" size="small">
            Oui, retirer {name}
          </PostButton>
        </Ask>
      ) : null}
    </div>
  )
}

/** Who acts for the organisation, and what an administrator may change about it. */
export function TeamMembers({ members, can }: { members: TeamMember[]; can: Can }) {
  return (
    <ul className="plain-list stack">
      {members.map((member) => (
        <li key={member.id} className="card stack-tight">
          <p className="cluster">
            <strong>{member.name}</strong>
            {member.isSelf ? <span className="muted">(vous)</span> : null}
            <Badge tone={member.role === 'administrator' ? 'brand' : 'neutral'}>
              {MEMBERSHIP_ROLE_LABELS[member.role]}
            </Badge>
          </p>
          <p className="small muted">Depuis le {formatDate(member.since)}</p>
          <MemberActions member={member} can={can} />
        </li>
      ))}
    </ul>
  )
}
