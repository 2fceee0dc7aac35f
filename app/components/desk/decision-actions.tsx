import { Button } from '#app/components/ui/button.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'

type Props = { matchId: string; name: string; can: { approve: boolean; set_aside: boolean; undo: boolean } }

/** What an officer may do with one proposal. Each gesture is a form of its own and works without scripts. */
export function DecisionActions({ matchId, name, can }: Props) {
  return (
    <>
      {can.approve ? (
        <PostButton fields={{ intent: 'approve', match: matchId }} about={name} size="small" icon="check">
          Approuver et écrire
        </PostButton>
      ) : null}
      {can.set_aside ? (
        <details className="details">
          <summary>Mettre de côté</summary>
          <form method="post" className="stack-tight">
            <input type="hidden" name="intent" value="set_aside" />
            <input type="hidden" name="match" value={matchId} />
            <label className="field">
              <span className="label">Pourquoi ?</span>
              <input className="input" name="reason" required maxLength={200} />
            </label>
            <Button look="secondary" size="small">
              Mettre de côté<span className="visually-hidden"> : {name}</span>
            </Button>
          </form>
        </details>
      ) : null}
      {can.undo ? (
        <PostButton
          fields={{ intent: 'undo', match: matchId }}
          about={name}
          size="small"
          look="quiet"
          icon="undo"
        >
          Annuler
        </PostButton>
      ) : null}
    </>
  )
}
