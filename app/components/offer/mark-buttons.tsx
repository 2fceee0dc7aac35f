import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import type { OfferMarkKind } from '#app/domain/offer-mark.ts'

type Props = {
  offerId: string
  title: string
  mark: OfferMarkKind | null
  isSignedIn: boolean
  /** The page to come back to. */
  back: string
}

const look = { look: 'quiet', size: 'small' } as const

/** What a person may do with an offer for herself or himself alone. Whoever is not signed in is led to do so. */
export function MarkButtons({ offerId, title, mark, isSignedIn, back }: Props) {
  const action = `/offres/${offerId}/garder`
  const press = (intent: 'keep' | 'set_aside' | 'clear', words: string) => (
    <PostButton {...look} action={action} fields={{ intent, retour: back }} about={title}>
      {words}
    </PostButton>
  )
  if (!isSignedIn)
    return (
      <LinkButton {...look} href={`${action}?retour=${encodeURIComponent(back)}`} rel="nofollow">
        Garder<span className="visually-hidden"> : {title}</span>
      </LinkButton>
    )
  if (mark === 'set_aside') return press('clear', 'La remettre')
  return (
    <>
      {mark === 'kept' ? press('clear', 'Ne plus garder') : press('keep', 'Garder')}
      {press('set_aside', 'Pas pour moi')}
    </>
  )
}
