import { LinkButton } from '#app/components/ui/link-button.tsx'
import type { Role } from '#app/domain/actor.ts'

const SIGN_UP = '/inscription/structure'

/** "Je recrute ou j'accueille": for employers and associations. `role` is the hat worn by who reads, null without any. */
export function RecruitCard({ role }: { role: Role | null }) {
  return (
    <section className="card roomy brand stack" aria-labelledby="je-recrute">
      <h2 id="je-recrute">Je recrute ou j’accueille</h2>
      <p>Publiez une offre en une minute. Voyez tout de suite combien de personnes sont près de vous.</p>
      <p>Une chargée de relations choisit avec vous à qui écrire. C’est gratuit.</p>
      {role === 'recruiter' ? (
        <LinkButton href="/structure" look="secondary" icon="people">
          Publier une offre
        </LinkButton>
      ) : null}
      {role === null || role === 'candidate' ? (
        <LinkButton href={SIGN_UP} look="secondary" icon="people">
          Inscrire ma structure
        </LinkButton>
      ) : null}
      {role === null ? (
        <p>
          Vous avez déjà un compte ? <a href="/structure">Publier une offre</a>
        </p>
      ) : null}
    </section>
  )
}
