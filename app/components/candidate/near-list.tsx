import { ChangeLine } from '#app/components/match/change-line.tsx'
import { profilePart } from '#app/components/match/profile-part.ts'
import { OfferCard, type OfferCardOffer } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import type { Change } from '#app/domain/matching/counterfactual.ts'

export type ShownNearMiss = { card: OfferCardOffer; gate: Change['gate']; change: string }

/** Offers that one change would open, each with that change and where to say it. */
export function NearList({ near }: { near: ShownNearMiss[] }) {
  return (
    <OfferList columns>
      {near.map(({ card, gate, change }) => (
        <OfferCard
          key={card.href}
          offer={card}
          headingLevel={3}
          actions={<ChangeLine change={change} href={profilePart(gate)} />}
        />
      ))}
    </OfferList>
  )
}
