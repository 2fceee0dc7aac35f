import { Icon } from '#app/components/ui/icon.tsx'
import { type Place, placeSentence } from './offer-words.ts'

/** Where it is, how far, how long to go there. */
export function OfferPlace({ place }: { place: Place }) {
  return (
    <p className="offer-place">
      <Icon name="place" size={18} />
      <span>{placeSentence(place)}</span>
    </p>
  )
}
