import type { OfferMarkKind } from '#app/domain/offer-mark.ts'
import { MarkButtons } from './mark-buttons.tsx'

const WORDS = {
  kept: 'Vous gardez cette offre.',
  set_aside: 'Vous avez dit « pas pour moi ». Vos listes ne montrent plus cette offre.',
} as const

type Props = { offerId: string; title: string; mark: OfferMarkKind | null; isSignedIn: boolean }

/** On the page of an offer: what the reader did with it, and what she or he may do. */
export function OwnMark(props: Props) {
  return (
    <div className="cluster">
      {props.mark ? <p>{WORDS[props.mark]}</p> : null}
      <MarkButtons {...props} back={`/offres/${props.offerId}`} />
    </div>
  )
}
