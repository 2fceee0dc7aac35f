import { formatDateTime } from '#app/components/ui/format.ts'
import type { OfferState } from '#app/domain/offer.ts'

export type OfferHistoryLine = {
  action: string
  to: OfferState
  reason: string | null
  authorName: string | null
  at: string
}

const WORDS: Record<string, string> = {
  create: 'Offre écrite',
  edit: 'Offre modifiée',
  submit: 'Offre donnée à relire',
  publish: 'Offre mise en ligne',
  approve: 'Offre relue et mise en ligne',
  refuse: 'Offre refusée',
  send_back: 'Offre renvoyée à corriger',
  flag: 'Offre modifiée, à relire',
  suspend: 'Offre mise en pause',
  resume: 'Offre remise en ligne',
  prolong: 'Offre prolongée',
  fill: 'Offre pourvue',
  expire: 'Offre arrivée à sa fin',
  withdraw: 'Offre retirée',
}

/** What happened to an offer, in words, the last first. */
export function OfferHistory({ lines }: { lines: OfferHistoryLine[] }) {
  return (
    <ol className="rows" reversed>
      {[...lines].reverse().map(({ action, reason, authorName, at }) => (
        <li key={`${action} ${at}`} className="row">
          <div>
            <p>
              {WORDS[action] ?? 'Offre changée'}
              {authorName ? <span className="muted"> par {authorName}</span> : null}
            </p>
            {reason ? <p className="muted">« {reason} »</p> : null}
          </div>
          <time className="muted small" dateTime={at}>
            {formatDateTime(at)}
          </time>
        </li>
      ))}
    </ol>
  )
}
