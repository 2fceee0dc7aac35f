import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'

type Props = {
  offer: {
    id: string
    version: number
    replyDelayDays: number
    isOrganisationVerified: boolean
    findings: unknown[]
  }
  twinId: string | null
}

/** The draft's main gesture; told of a twin, the organisation may want both. */
export function PublishPanel({ offer, twinId }: Props) {
  const fields = { intent: 'publish', version: String(offer.version) }
  if (twinId)
    return (
      <Notice tone="danger" title="Vous avez déjà une offre presque pareille dans cette commune" role="alert">
        <p>
          <a href={`/structure/offres/${twinId}`}>Voir cette offre</a>. Vous pouvez la changer plutôt que d’en
          publier une autre.
        </p>
        <PostButton fields={{ ...fields, isConfirmed: 'on' }} look="secondary">
          Publier quand même les deux
        </PostButton>
      </Notice>
    )
  if (offer.findings.length > 0)
    return (
      <div className="cluster">
        <LinkButton href={`/structure/offres/${offer.id}/modifier`}>Corriger l’offre</LinkButton>
        <PostButton fields={fields} look="secondary">
          Donner à relire telle quelle
        </PostButton>
      </div>
    )
  const href = `/structure/offres/${offer.id}/modifier`
  return (
    <div className="stack-tight">
      <p>
        Vous promettez une réponse sous {countOf(offer.replyDelayDays, 'jour ouvré', 'jours ouvrés')}.{' '}
        <a href={href}>Changer l’offre ou ce délai</a>
      </p>
      <PostButton fields={fields} icon="check">
        {offer.isOrganisationVerified ? 'Publier l’offre' : 'Donner à relire'}
      </PostButton>
    </div>
  )
}
