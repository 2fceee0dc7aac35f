import { Notice } from '#app/components/ui/notice.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'

/** Until the organisation is verified: what that means, and the quick way when we know its address. */
export function PendingNotice({ hasAddress }: { hasAddress: boolean }) {
  return (
    <Notice title="Nous vérifions votre structure">
      <p>Vous pouvez déjà écrire une offre. Nous la relisons avant de la publier.</p>
      {hasAddress ? (
        <>
          <p>Pour aller plus vite, recevez un code à l’adresse e-mail connue de la structure.</p>
          <PostButton fields={{ intent: 'code' }} look="secondary" size="small">
            Recevoir le code
          </PostButton>
        </>
      ) : null}
    </Notice>
  )
}
