import type { Choice } from '#app/components/ui/choice-group.tsx'
import { Icon } from '#app/components/ui/icon.tsx'
import { OFFER_KIND_LABELS, OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'

/** The four kinds as choices of a search: icon, word, and how many offers each holds when it is known. */
export const kindChoices = (counts?: Record<OfferKind, number>): Choice[] =>
  OFFER_KINDS.map((kind) => ({
    value: OFFER_KIND_SLUGS[kind],
    label: (
      <span className="with-icon">
        <Icon name={kind} /> {OFFER_KIND_LABELS[kind]}
      </span>
    ),
    count: counts?.[kind],
  }))
