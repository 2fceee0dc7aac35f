import { Notice } from '#app/components/ui/notice.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'

type Props = { version: number; twinId: string | null; isReadAgain: boolean }

/** The draft's main gesture; told of a twin, the organisation may want both. */
export function PublishPanel({ version, twinId, isReadAgain }: Props) {
  const fields = { intent: 'publish', version: String(version) }
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
  return (
    <PostButton fields={fields} icon="check">
      {isReadAgain ? 'Donner à relire' : 'Publier l’offre'}
    </PostButton>
  )
}
