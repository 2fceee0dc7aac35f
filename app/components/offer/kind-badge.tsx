import { Icon } from '#app/components/ui/icon.tsx'
import { OFFER_KIND_LABELS } from '#app/domain/offer.labels.ts'
import type { OfferKind } from '#app/domain/offer.ts'

/** The kind of an offer: colour, icon and word. */
export function KindBadge({ kind }: { kind: OfferKind }) {
  return (
    <span className={`kind kind-${kind}`}>
      <Icon name={kind} size={18} />
      {OFFER_KIND_LABELS[kind]}
    </span>
  )
}
