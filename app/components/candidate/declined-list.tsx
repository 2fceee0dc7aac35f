import { PostButton } from '#app/components/ui/post-button.tsx'
import type { ShownSuggestion } from './suggestion-list.tsx'

/** The offers a person said no to, kept aside, with the way to change one's mind. */
export function DeclinedList({ declined }: { declined: ShownSuggestion[] }) {
  if (declined.length === 0) return null
  return (
    <details className="details">
      <summary>Celles à qui vous avez dit non ({declined.length})</summary>
      <ul className="plain-list">
        {declined.map(({ matchId, asked, card }) => (
          <li key={matchId} className="spread">
            <div>
              <a href={card.href}>{card.title}</a>
              {asked ? (
                <p className="small muted">
                  Si vous dites oui, {asked.organisationName} voit votre nom et de quoi vous joindre.
                </p>
              ) : null}
            </div>
            <PostButton
              look="quiet"
              size="small"
              fields={{ intent: 'accept', matchId, ...(asked && { requestId: asked.requestId }) }}
              about={card.title}
            >
              Finalement, oui
            </PostButton>
          </li>
        ))}
      </ul>
    </details>
  )
}
