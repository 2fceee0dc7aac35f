import { formatDay } from '#app/components/ui/format.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'

type Props = { requests: { id: string; name: string; since: string }[] }

/** Those who ask for a place in the organisation, and the two answers. */
export function JoinRequests({ requests }: Props) {
  return (
    <ul className="plain-list stack-tight">
      {requests.map(({ id, name, since }) => (
        <li key={id} className="card stack-tight">
          <p>
            <strong>{name}</strong> demande à vous rejoindre depuis le {formatDay(since)}.
          </p>
          <div className="cluster">
            <PostButton fields={{ intent: 'accepted', request: id }} size="small" about={name}>
              Accepter
            </PostButton>
            <PostButton fields={{ intent: 'declined', request: id }} look="quiet" size="small" about={name}>
              Refuser
            </PostButton>
          </div>
        </li>
      ))}
    </ul>
  )
}
