import { LinkButton } from '#app/components/ui/link-button.tsx'

/** The way for whoever signs up for an employer or an association. */
export function OrganisationDoor({ href }: { href: string }) {
  return (
    <section className="card brand" aria-labelledby="structure">
      <h2 id="structure">Vous recrutez, ou vous accueillez ?</h2>
      <p>Entreprise, association, commune : inscrivez votre structure.</p>
      <LinkButton href={href} look="secondary" icon="people">
        Inscrire ma structure
      </LinkButton>
    </section>
  )
}
