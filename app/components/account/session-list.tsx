import { Badge } from '#app/components/ui/badge.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { formatDateTime } from '#app/components/ui/format.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'

type Props = {
  sessions: {
    idHash: string
    device: string
    startedAt: string
    lastSeenAt: string
    isThisOne: boolean
  }[]
}

/** The devices on which somebody is signed in, each with the button that ends it. */
export function SessionList({ sessions }: Props) {
  return (
    <div className="stack">
      <ul className="account-list">
        {sessions.map(({ idHash, device, startedAt, lastSeenAt, isThisOne }) => (
          <li key={idHash}>
            <Card>
              <div className="stack-tight">
                <p>
                  <strong>{device}</strong> {isThisOne ? <Badge>cet appareil</Badge> : null}
                </p>
                <p className="small muted">
                  Connecté le {formatDateTime(startedAt)}. Dernier geste le {formatDateTime(lastSeenAt)}.
                </p>
                {isThisOne ? null : (
                  <PostButton
                    look="secondary"
                    size="small"
                    fields={{ intent: 'end-session', session: idHash }}
                    about={device}
                  >
                    Déconnecter
                  </PostButton>
                )}
              </div>
            </Card>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <PostButton look="secondary" fields={{ intent: 'end-others' }}>
          Déconnecter tous les autres appareils
        </PostButton>
      ) : null}
    </div>
  )
}
