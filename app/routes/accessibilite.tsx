import { useFrame } from '#app/components/frame/use-frame.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { Section } from '#app/components/ui/section.tsx'

export const meta = () => [{ title: 'Accessibilité' }]

export default function Accessibility() {
  const territory = useFrame()?.territory
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Accessibilité : non évaluée"
        lead="Ce site n’a pas encore été audité. Nous ne pouvons donc pas dire qu’il est conforme."
      />
      <Section title="Ce que nous faisons déjà">
        <ul className="text-list">
          <li>Toutes les démarches marchent au clavier, et sans JavaScript. Seule la carte en a besoin.</li>
          <li>La liste des offres dit tout ce que dit la carte.</li>
          <li>Les textes ont un contraste d’au moins 4,5. Les couleurs ne disent jamais rien seules.</li>
          <li>Chaque erreur est écrite à côté de sa question, avec ce qu’il faut faire.</li>
          <li>Rien ne bouge si vous avez demandé moins d’animations.</li>
        </ul>
      </Section>
      <Section title="Ce que nous ne savons pas encore">
        <ul className="text-list">
          <li>Aucun audit selon le RGAA n’a été fait. Il est à faire par une personne extérieure.</li>
          <li>Le site n’a pas été essayé avec tous les lecteurs d’écran.</li>
          <li>La carte n’est pas utilisable avec un lecteur d’écran : passez par la liste.</li>
          <li>Le texte des offres est écrit par les structures. Il n’est pas toujours simple.</li>
        </ul>
      </Section>
      <Section title="Vous êtes bloqué·e ?">
        <p>
          Appelez-nous : une personne fait la démarche avec vous.
          {territory ? (
            <>
              {' '}
              <PhoneLink phone={territory.helpPhone} display={territory.helpPhoneDisplay} /> (
              {territory.helpHours}).
            </>
          ) : null}
        </p>
        <p>
          Vous nous avez signalé un défaut et rien ne change ? Vous pouvez écrire au{' '}
          <a href="https://formulaire.defenseurdesdroits.fr/" rel="noopener noreferrer">
            Défenseur des droits
          </a>
          .
        </p>
      </Section>
    </div>
  )
}
