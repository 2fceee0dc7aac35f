import { Ask } from '#app/components/ui/ask.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { MEMBERSHIP_ROLE_LABELS } from '#app/domain/organisation.labels.ts'
import type { TeamAction } from '#app/domain/organisation.policy.ts'
import type { MembershipRole } from '#app/domain/organisation.ts'

export type TeamMember = { id: string; name: string; role: MembershipRole; since: string; isSelf: boolean }
type Can = Record<TeamAction, boolean>

function MemberActions({ member, can }: { member: TeamMember; can: Can }) {
  const { id, name, role, isSelf } = member
  const other = role === 'administrator' ? 'member' : 'administrator'
  return (
    <div className="cluster">
      {can.set_role ? (
        <PostButton
          fields={{ intent: 'role', member: id, role: other }}
          look="secondary"
          size="small"
          about={name}
        >
          {other === 'administrator' ? 'Faire administrer' : 'Rendre simple membre'}
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
