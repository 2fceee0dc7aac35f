import { Button } from '#app/components/ui/button.tsx'

type Props = {
  page: {
    state: 'open' | 'used' | 'expired'
    isClosed: boolean
    isStopped: boolean
    mayStillApply: boolean
    replyDelayDays: number
    card: { href: string }
  }
}

/** The answers within the thumb's reach. Each is a POST: opening the link changes nothing. */
export function AnswerButtons({ page }: Props) {
  const { state, isClosed, isStopped, mayStillApply, replyDelayDays, card } = page
  const isAsking = state === 'open' && !isClosed
  return (
    <form method="post" className="answers">
      {isAsking || (mayStillApply && !isClosed) ? (
        <>
          <Button name="answer" value="apply" icon="check" wide>
            Je postule
          </Button>
          <p className="small muted">
            La structure reçoit votre nom et de quoi vous joindre. Elle promet une réponse en {replyDelayDays}{' '}
            jours ouvrés.
          </p>
        </>
      ) : null}
      {isAsking ? (
        <>
          <Button name="answer" value="interested" look="secondary" wide>
            Ça m’intéresse
          </Button>
          <Button name="answer" value="declined" look="secondary" wide>
            Non merci
          </Button>
        </>
      ) : null}
      <p>
        <a href={card.href}>Lire toute l’offre</a>
      </p>
      {isStopped ? null : (
        <Button name="answer" value="stop" look="quiet" size="small">
          Ne plus recevoir de messages
        </Button>
      )}
    </form>
  )
}
