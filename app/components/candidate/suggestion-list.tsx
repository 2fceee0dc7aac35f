import { AskedBy } from '#app/components/answer/asked-by.tsx'
import { MissingList } from '#app/components/match/missing-list.tsx'
import { ReservedFor } from '#app/components/match/reserved-for.tsx'
import { ScoreBars } from '#app/components/match/score-bars.tsx'
import { MarkButtons } from '#app/components/offer/mark-buttons.tsx'
import { OfferCard, type OfferCardOffer } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import type { Reason } from '#app/domain/matching/explain.ts'
import type { EligiblePublic } from '#app/domain/offer.ts'
import type { OfferMarkKind } from '#app/domain/offer-mark.ts'

/** An organisation asks for a word about the offer. */
export type AskedFor = {
  requestId: string
  organisationName: string
  sentence: string | null
  isAgreed: boolean
}

export type ShownSuggestion = {
  matchId: string
  isInterested: boolean
  asked: AskedFor | null
  mark: OfferMarkKind | null
  card: OfferCardOffer & { offerId: string; reservedFor: readonly EligiblePublic[] }
  reason: string
  reasons: Reason[]
  missing: string[]
  can: { accept: boolean; decline: boolean; apply: boolean }
}

type Props = { suggestions: ShownSuggestion[]; isProposed?: boolean }

/** Offers for a person: why in words, then the answers within reach. A no is said to whoever proposed, and to nobody else. */
export function SuggestionList({ suggestions, isProposed = false }: Props) {
  return (
    <OfferList columns>
      {suggestions.map(({ matchId, isInterested, asked, card, mark, reason, reasons, missing, can }) => (
        <OfferCard
          key={matchId}
          offer={card}
          reason={reason}
          state={isInterested ? 'Elle vous intéresse' : mark === 'kept' ? 'Gardée' : null}
          headingLevel={3}
          actions={
            <>
              {asked ? <AskedBy asked={asked} isAgreed={asked.isAgreed} /> : null}
              <details className="details">
                <summary>Pourquoi cette offre</summary>
                <div className="stack-tight">
                  <ScoreBars reasons={reasons} />
                  <MissingList missing={missing} />
                </div>
              </details>
              {isInterested ? null : <ReservedFor publics={card.reservedFor} />}
              <div className="cluster">
                {can.apply ? (
                  <PostButton action={`${card.href}/postuler`} icon="check" about={card.title}>
                    Je postule
                  </PostButton>
                ) : null}
                {can.accept || (asked && isInterested && !asked.isAgreed) ? (
                  <PostButton
                    look="secondary"
                    fields={{ intent: 'accept', matchId, ...(asked && { requestId: asked.requestId }) }}
                    about={card.title}
                  >
                    Ça m’intéresse
                  </PostButton>
                ) : null}
                {isProposed && can.decline ? (
                  <PostButton look="quiet" fields={{ intent: 'decline', matchId }} about={card.title}>
                    Non merci
                  </PostButton>
                ) : null}
                {isProposed ? null : <MarkButtons {...card} mark={mark} isSignedIn back="/mes-offres" />}
              </div>
            </>
          }
        />
      ))}
    </OfferList>
  )
}
