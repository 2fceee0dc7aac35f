import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { STANDING_LABELS, TRANSITION_BUTTONS } from '#app/domain/account.standing.labels.ts'
import type { AccountTransition, Standing } from '#app/domain/account.transitions.ts'

const ALONE = ['wake', 'resume', 'undo_duplicate', 'stop'] as const

type Props = {
  accountId: string
  standing: Standing
  goodAccount: { id: string; name: string } | null
  isWaiting: boolean
  isLockedOut: boolean
  can: Record<AccountTransition | 'propose', boolean>
}

/** How the account stands, and what the hotline does about it: one button for each way on. */
export function StandingPanel({ accountId, standing, goodAccount, isWaiting, isLockedOut, can }: Props) {
  const page = `/accueil/personnes/${accountId}`
  return (
    <div className="stack">
      <Notice tone={standing === 'active' ? 'ok' : 'info'} title={STANDING_LABELS[standing]}>
        {goodAccount ? (
          <p>
            Le bon compte : <a href={`/accueil/personnes/${goodAccount.id}`}>{goodAccount.name}</a>
          </p>
        ) : null}
        {isWaiting ? <p>Une décision attend une deuxième personne.</p> : null}
      </Notice>
      {isLockedOut ? (
        <Notice tone="danger" title="Trop d’essais : la personne attend avant de pouvoir entrer">
          <PostButton look="secondary" fields={{ intent: 'unlock' }}>
            La laisser recommencer tout de suite
          </PostButton>
        </Notice>
      ) : null}
      <div className="cluster">
        {ALONE.filter((name) => can[name]).map((name) => (
          <PostButton key={name} look={name === 'stop' ? 'quiet' : 'primary'} fields={{ intent: name }}>
            {TRANSITION_BUTTONS[name]}
          </PostButton>
        ))}
        {can.mark_duplicate ? (
          <LinkButton look="quiet" href={`${page}/doublon`}>
            C’est un doublon
          </LinkButton>
        ) : null}
        {can.propose && !isWaiting ? (
          <LinkButton look="quiet" href={`${page}/decision`}>
            {standing === 'reasoned_decision' ? 'Proposer de lever la suspension' : 'Proposer une suspension'}
          </LinkButton>
        ) : null}
      </div>
    </div>
  )
}
