import { Ask } from '#app/components/ui/ask.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import type { OfferAction } from '#app/domain/offer.transitions.ts'

type Props = {
  offer: {
    id: string
    version: number
    can: Record<OfferAction, boolean> & { edit: boolean }
  }
  /** Applications still open, told before an offer is closed. */
  openCount: number
  /** Made with the button: a copy sent twice is one copy. */
  copyId: string
}

/** What can be done with an offer besides publishing it: one gesture each, in two steps when there is no way back. */
export function OfferActions({ offer, openCount, copyId }: Props) {
  const { can, version } = offer
  const fields = (intent: string) => ({ intent, version: String(version) })
  const waiting =
    openCount > 0
      ? ` ${countOf(openCount, 'candidature attend', 'candidatures attendent')} encore votre réponse.`
      : ''
  return (
    <div className="button-column">
      {can.resume ? (
        <PostButton fields={fields('resume')} icon="undo" wide>
          Remettre en ligne
        </PostButton>
      ) : null}
      {can.edit ? (
        <LinkButton href={`/structure/offres/${offer.id}/modifier`} look="secondary" wide>
          Modifier
        </LinkButton>
      ) : null}
      {can.prolong ? (
        <PostButton fields={fields('prolong')} look="secondary" icon="clock" wide>
          Prolonger
        </PostButton>
      ) : null}
      {can.fill ? (
        <Ask label="Le poste est pourvu" icon="check">
          <p>L’offre sera fermée et ne sera plus montrée.{waiting}</p>
          <PostButton fields={fields('fill')}>Oui, c’est pourvu</PostButton>
        </Ask>
      ) : null}
      {can.suspend ? (
        <PostButton fields={fields('suspend')} look="secondary" icon="minus" wide>
          Mettre en pause
        </PostButton>
      ) : null}
      <PostButton fields={{ ...fields('copy'), copyId }} look="secondary" icon="list" wide>
        Copier l’offre
      </PostButton>
      {can.withdraw ? (
        <Ask label="Retirer l’offre" icon="cross" look="quiet">
          <p>L’offre sera retirée pour de bon. Vous pourrez la copier.{waiting}</p>
          <PostButton fields={fields('withdraw')} look="danger">
            Oui, je la retire
          </PostButton>
        </Ask>
      ) : null}
    </div>
  )
}
