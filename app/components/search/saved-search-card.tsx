import { Badge } from '#app/components/ui/badge.tsx'
import { formatDay } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'

type Props = {
  search: {
    id: string
    words: string
    href: string
    rhythm: 'daily' | 'weekly'
    channel: 'sms' | 'email'
    isPaused: boolean
    isAbsent: boolean
    nextLookAt: string
  }
}

const RHYTHMS = { daily: 'chaque jour', weekly: 'chaque semaine' }
const CHANNELS = { sms: 'par SMS', email: 'par e-mail' }

/** A saved search: what it asks, how it is told, and the gestures on it. */
export function SavedSearchCard({ search }: Props) {
  const { id, words, href, rhythm, channel, isPaused, isAbsent, nextLookAt } = search
  const press = (intent: string, label: string) => (
    <PostButton look="quiet" size="small" fields={{ intent, searchId: id }} about={words}>
      {label}
    </PostButton>
  )
  return (
    <article className="card stack-tight">
      <h2>
        <a href={href}>{words}</a>
      </h2>
      {isPaused ? (
        <p>
          <Badge>En pause</Badge>{' '}
          {isAbsent
            ? 'Votre dernière visite a plus de 6 mois.'
            : 'Nous ne vous écrivons plus pour cette recherche.'}
        </p>
      ) : (
        <p>
          Nous vous écrivons {CHANNELS[channel]}, {RHYTHMS[rhythm]}, s’il y a du nouveau. Prochaine fois : le{' '}
          {formatDay(nextLookAt)}.
        </p>
      )}
      <div className="cluster">
        <LinkButton href={`/mes-recherches/${id}`} look="quiet" size="small">
          Changer<span className="visually-hidden"> : {words}</span>
        </LinkButton>
        {isPaused ? press('resume', 'Reprendre') : press('pause', 'Mettre en pause')}
        {press('remove', 'Supprimer')}
      </div>
    </article>
  )
}
