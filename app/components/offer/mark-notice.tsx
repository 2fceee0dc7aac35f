import { countOf } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import type { OfferMarkKind } from '#app/domain/offer-mark.ts'

type Props = { done: { offerId: string; mark: OfferMarkKind | 'none' } | null; back: string }

/** Says what has just been done with an offer, and how to take it back. */
export function MarkNotice({ done, back }: Props) {
  if (!done) return null
  const { offerId, mark } = done
  if (mark === 'none')
    return (
      <Notice tone="ok" role="status" id="fait">
        C’est fait.
      </Notice>
    )
  return (
    <Notice tone="ok" role="status" id="fait">
      {mark === 'kept' ? (
        <p>
          C’est gardé. <a href="/mes-offres-gardees">Vos offres gardées</a>
        </p>
      ) : (
        <>
          <p>C’est noté. Vous ne verrez plus cette offre dans vos listes. Personne d’autre ne le sait.</p>
          <PostButton
            look="secondary"
            size="small"
            icon="undo"
            action={`/offres/${offerId}/garder`}
            fields={{ intent: 'clear', retour: back }}
          >
            Annuler
          </PostButton>
        </>
      )}
    </Notice>
  )
}

/** Says that some offers of a page are not shown, and where they are. */
export const SetAsideLine = ({ count }: { count: number }) => (
  <p className="small muted">
    {countOf(count, 'offre')} « pas pour moi » en moins sur cette page.{' '}
    <a href="/mes-offres-gardees#ecartees">Les revoir</a>
  </p>
)
