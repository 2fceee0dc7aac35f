import { PostButton } from '#app/components/ui/post-button.tsx'
import type { OfferMarkKind } from '#app/domain/offer-mark.ts'

type Props = { offers: { offerId: string; title: string; mark: OfferMarkKind }[]; back: string }

/** Offers by name alone, each with the gesture that takes it off the list. */
export const MarkedNames = ({ offers, back }: Props) => (
  <ul className="plain-list">
    {offers.map(({ offerId, title, mark }) => (
      <li key={offerId} className="spread">
        <a href={`/offres/${offerId}`}>{title}</a>
        <PostButton
          look="quiet"
          size="small"
          action={`/offres/${offerId}/garder`}
          fields={{ intent: 'clear', retour: back }}
          about={title}
        >
          {mark === 'kept' ? 'Retirer' : 'La remettre'}
        </PostButton>
      </li>
    ))}
  </ul>
)
