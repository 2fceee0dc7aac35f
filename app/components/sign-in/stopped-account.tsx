import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import type { SuspensionReason } from '#app/domain/account.ts'

type Props = {
  reason: SuspensionReason
  inactivityMonths: number
  decision: string | null
  goodContact: string | null
}

/** Why an account is stopped, and what its person can do: one screen a reason. */
export function StoppedAccount({ reason, inactivityMonths, decision, goodContact }: Props) {
  if (reason === 'inactivity')
    return (
      <div className="narrow stack">
        <PageHeader
          title="Votre compte dort"
          lead={`Aucune visite depuis ${inactivityMonths} mois. Réveillez-le en un clic.`}
        />
        <p>Vous retrouvez tout comme avant : votre profil, vos réponses, vos offres.</p>
        <PostButton wide>Réveiller mon compte</PostButton>
      </div>
    )
  if (reason === 'own_request')
    return (
      <div className="narrow stack">
        <PageHeader
          title="Vous avez arrêté votre compte"
          lead="Il reste fermé tant que vous voulez. Vous pouvez le rouvrir."
        />
        <PostButton wide>Rouvrir mon compte</PostButton>
      </div>
    )
  if (reason === 'duplicate')
    return (
      <div className="narrow stack">
        <PageHeader title="Vous avez deux comptes" lead="Celui-ci est fermé. Entrez avec l’autre." />
        {goodContact ? (
          <p>
            L’autre compte se sert de ce contact : <strong>{goodContact.replaceAll(' ', '\u00a0')}</strong>
          </p>
        ) : null}
        <LinkButton href="/connexion" wide>
          Entrer avec mon autre compte
        </LinkButton>
        <p className="small muted">
          Ce n’est pas vous ? Appelez-nous : le numéro est à côté de « Besoin d’aide ? ». Nous rouvrons ce
          compte.
        </p>
      </div>
    )
  return (
    <div className="narrow stack">
      <PageHeader
        title="Votre compte est suspendu"
        lead="Deux personnes du Département l’ont décidé ensemble. Vous ne pouvez pas entrer pour le moment."
      />
      {decision ? (
        <div className="stack-tight">
          <p>La raison écrite :</p>
          <p className="quoted">{decision}</p>
        </div>
      ) : null}
      <p>
        Vous n’êtes pas d’accord ? Vous voulez comprendre ? Appelez-nous : le numéro est à côté de « Besoin
        d’aide ? ». Deux autres avis peuvent lever la suspension.
      </p>
    </div>
  )
}
