import { PostButton } from '#app/components/ui/post-button.tsx'

/** Taking an application back, in two gestures so that nobody does it by accident. */
export function WithdrawForm() {
  return (
    <details className="details">
      <summary>Je retire ma candidature</summary>
      <div className="stack-tight">
        <p>La structure sera prévenue. Vous pourrez postuler de nouveau dans quelques jours.</p>
        <PostButton look="danger" fields={{ intent: 'withdraw' }}>
          Oui, je la retire
        </PostButton>
      </div>
    </details>
  )
}
