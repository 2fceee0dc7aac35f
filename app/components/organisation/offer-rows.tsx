import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { countOf, formatDay } from '#app/components/ui/format.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { OFFER_STATE_LABELS } from '#app/domain/offer.labels.ts'
import type { OfferKind, OfferState } from '#app/domain/offer.ts'

export type OfferRow = {
  id: string
  title: string
  kind: OfferKind
  state: OfferState
  communeName: string
  positions: number
  applicationCount: number
  waitingCount: number
  updatedAt: string
  publishedAt: string | null
  expiresAt: string | null
  daysLeft: number | null
  /** Of an offer gone by: made with the button, so that a copy asked for twice is one copy. */
  copyId: string | null
}

const ENDS_SOON_DAYS = 7

function dated({ state, updatedAt, publishedAt, expiresAt, daysLeft }: OfferRow): string {
  if (state === 'published' && expiresAt && daysLeft !== null && daysLeft <= ENDS_SOON_DAYS)
    return `S’arrête le ${formatDay(expiresAt)}`
  if (state === 'published' && publishedAt) return `En ligne depuis le ${formatDay(publishedAt)}`
  return `${OFFER_STATE_LABELS[state]} depuis le ${formatDay(updatedAt)}`
}

const TONES: Partial<Record<OfferState, 'ok' | 'brand' | 'danger'>> = {
  published: 'ok',
  in_review: 'brand',
  refused: 'danger',
}

/** The organisation's offers, one a line: what, where, how many people answered and wait. */
export function OfferRows({ offers, label }: { offers: OfferRow[]; label: string }) {
  return (
    <ul className="rows" aria-label={label}>
      {offers.map((offer) => (
        <li key={offer.id} className={`row offer-row kind-${offer.kind}`}>
          <div>
            <div className="cluster">
              <KindBadge kind={offer.kind} />
              <Badge tone={TONES[offer.state]}>{OFFER_STATE_LABELS[offer.state]}</Badge>
            </div>
            <a className="row-link" href={`/structure/offres/${offer.id}`}>
              {offer.title}
            </a>
            <p className="muted">
              {offer.communeName}. {dated(offer)}.
            </p>
          </div>
          <div className="row-end">
            {offer.applicationCount > 0 ? (
              <span className="numbers">{countOf(offer.applicationCount, 'candidature')}</span>
            ) : (
              <span className="muted">{offer.state === 'published' ? 'Personne pour l’instant' : ''}</span>
            )}
            {offer.copyId ? (
              <PostButton
                action={`/structure/offres/${offer.id}?index`}
                fields={{ intent: 'copy', copyId: offer.copyId }}
                look="secondary"
                size="small"
                about={offer.title}
              >
                Comme l’an dernier
              </PostButton>
            ) : null}
            {offer.waitingCount > 0 ? <Badge tone="brand">{offer.waitingCount} à répondre</Badge> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
