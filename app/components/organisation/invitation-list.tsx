import { formatDay } from '#app/components/ui/format.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'

type Props = { invitations: { id: string; contactHint: string; place: string; expiresAt: string }[] }

/** Invitations that nobody has accepted yet, each of which can be taken back. */
export function InvitationList({ invitations }: Props) {
  return (
    <ul className="plain-list stack-tight">
      {invitations.map(({ id, contactHint, place, expiresAt }) => (
        <li key={id} className="card stack-tight">
          <p>
            <strong>{contactHint}</strong>, {place}
          </p>
          <p className="small muted">À accepter avant le {formatDay(expiresAt)}</p>
          <PostButton
            fields={{ intent: 'revoke', invitation: id }}
            look="quiet"
            size="small"
            about={contactHint}
          >
            Annuler cette invitation
          </PostButton>
        </li>
      ))}
    </ul>
  )
}
