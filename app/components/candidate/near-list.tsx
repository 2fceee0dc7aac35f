import { ChangeLine } from '#app/components/match/change-line.tsx'
import { profilePart } from '#app/components/match/profile-part.ts'
import { MarkButtons } from '#app/components/offer/mark-buttons.tsx'
import { OfferCard, type OfferCardOffer } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import type { Change } from '#app/domain/matching/counterfactual.ts'
import type { OfferMarkKind } from '#app/domain/offer-mark.ts'

export type ShownNearMiss = {
  card: OfferCardOffer & { offerId: string }
  mark: OfferMarkKind | null
  gate: Change['gate']
  change: string
}

/** Offers that one change would open, each with that change and where to say it. */
export function NearList({ near }: { near: ShownNearMiss[] }) {
  return (
    <OfferList columns>
      {near.map(({ card, mark, gate, change }) => (
        <OfferCard
          key={card.href}
          offer={card}
          headingLevel={3}
          actions={
            <>
              <ChangeLine change={change} href={profilePart(gate)} />
              <MarkButtons {...card} mark={mark} isSignedIn back="/mes-offres" />
            </>
          }
        />
      ))}
    </OfferList>
  )
}
