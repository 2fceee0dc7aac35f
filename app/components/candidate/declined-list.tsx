import { PostButton } from '#app/components/ui/post-button.tsx'
import type { ShownSuggestion } from './suggestion-list.tsx'

/** The offers a person said no to, kept aside, with the way to change one's mind. */
export function DeclinedList({ declined }: { declined: ShownSuggestion[] }) {
  if (declined.length === 0) return null
  return (
    <details className="details">
      <summary>Celles à qui vous avez dit non ({declined.length})</summary>
      <ul className="plain-list">
        {declined.map(({ matchId, card }) => (
          <li key={matchId} className="spread">
            <a href={card.href}>{card.title}</a>
            <PostButton look="quiet" size="small" fields={{ intent: 'accept', matchId }} about={card.title}>
              Finalement, oui
            </PostButton>
          </li>
        ))}
      </ul>
    </details>
  )
}
