import type { ReactNode } from 'react'
import { Badge } from '#app/components/ui/badge.tsx'
import { formatDay } from '#app/components/ui/format.ts'
import { KindBadge } from './kind-badge.tsx'
import { OfferFacts } from './offer-facts.tsx'
import { OfferPlace } from './offer-place.tsx'
import type { DecidingFacts, Place } from './offer-words.ts'
import { ReasonLine } from './reason-line.tsx'

export type OfferCardOffer = DecidingFacts &
  Place & {
    href: string
    title: string
    organisationName: string | null
  }

type Props = {
  offer: OfferCardOffer
  /** Why it suits this person. */
  reason?: string | null
  /** A state to show, such as "Pourvue". */
  state?: string | null
  headingLevel?: 2 | 3
  /** Buttons under the card; they keep their own gestures. */
  actions?: ReactNode
}

/** An offer in a list. The whole card answers to the link of its title. */
export function OfferCard({ offer, reason, state, headingLevel = 2, actions }: Props) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <article className={`offer-card kind-${offer.kind}`}>
      <div className="offer-top">
        <KindBadge kind={offer.kind} />
        {state ? <Badge>{state}</Badge> : null}
        {!state && offer.publishedAt ? (
          <span className="offer-date">Publiée le {formatDay(offer.publishedAt)}</span>
        ) : null}
      </div>
      <div>
        <Heading className="offer-title">
          <a href={offer.href}>{offer.title}</a>
        </Heading>
        {offer.organisationName ? <p>{offer.organisationName}</p> : null}
      </div>
      <OfferPlace place={offer} />
      <OfferFacts facts={offer} />
      {reason ? <ReasonLine>{reason}</ReasonLine> : null}
      {actions ? <div className="offer-actions cluster">{actions}</div> : null}
    </article>
  )
}
