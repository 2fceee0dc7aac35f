import { LinkButton } from '#app/components/ui/link-button.tsx'

/** For whoever has no account: what one brings, and the way to it. */
export function SignUpCard() {
  return (
    <section className="card roomy stack" aria-labelledby="mon-compte">
      <h2 id="mon-compte">Recevoir des offres pour vous</h2>
      <p>
        Créez votre compte en cinq minutes. Un numéro de téléphone suffit : pas de mot de passe, pas d’e-mail,
        pas de CV.
      </p>
      <LinkButton href="/inscription" icon="person">
        Créer mon compte
      </LinkButton>
    </section>
  )
}
