import { SignInForm } from '#app/components/sign-in/sign-in-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { OrganisationDoor } from './organisation-door.tsx'
import { WalkPlace } from './walk-place.tsx'

/** The first screen of the sign-up: what it takes, and how to reach the person. */
export function ContactEntry() {
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Créer mon compte"
        lead="Cinq minutes, gratuit, sans mot de passe. Un numéro de téléphone suffit."
        above={<WalkPlace screen={1} />}
      />
      <SignInForm form={emptyForm()} next="/inscription" />
      <p className="muted">
        Vous avez déjà un compte ? C’est le même chemin. Vous pouvez vous arrêter quand vous voulez : vos
        réponses sont gardées.
      </p>
      <OrganisationDoor href="/connexion?suite=/inscription/structure" />
    </div>
  )
}
