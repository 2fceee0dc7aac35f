import { LinkButton } from '#app/components/ui/link-button.tsx'

/** "Je recrute ou j'accueille": for employers and associations. */
export function RecruitCard() {
  return (
    <section className="card roomy brand stack" aria-labelledby="je-recrute">
      <h2 id="je-recrute">Je recrute ou j’accueille</h2>
      <p>Publiez une offre en une minute. Voyez tout de suite combien de personnes sont près de vous.</p>
      <p>Une chargée de relations choisit avec vous à qui écrire. C’est gratuit.</p>
      <LinkButton href="/structure" look="secondary" icon="people">
        Publier une offre
      </LinkButton>
    </section>
  )
}
