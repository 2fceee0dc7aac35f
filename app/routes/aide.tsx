import { useFrame } from '#app/components/frame/use-frame.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { Section } from '#app/components/ui/section.tsx'

export const meta = () => [{ title: 'Aide' }]

export default function Help() {
  const territory = useFrame()?.territory
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Aide" lead="Une question, un blocage ? Une personne vous répond." />
      {territory ? (
        <p className="lead">
          <PhoneLink phone={territory.helpPhone} display={territory.helpPhoneDisplay} />
          <br />
          {territory.helpHours}
        </p>
      ) : null}
      <Section title="Je cherche">
        <ol className="steps-list">
          <li>
            <a href="/offres">Regardez les offres</a> près de chez vous. Pas besoin de compte pour lire.
          </li>
          <li>Une offre vous plaît ? Touchez « Je postule ». C’est tout : ni lettre, ni mot de passe.</li>
          <li>
            La structure promet une réponse dans un délai écrit sur l’offre. Vous suivez tout dans{' '}
            <a href="/mes-candidatures">Mes candidatures</a>.
          </li>
          <li>
            <a href="/mon-profil">Votre profil</a> dit ce que vous cherchez. Les{' '}
            <a href="/mes-offres">offres pour vous</a> suivent.
          </li>
        </ol>
      </Section>
      <Section title="Je recrute ou j’accueille">
        <ol className="steps-list">
          <li>
            <a href="/structure/offres/nouvelle">Écrivez votre offre</a> : emploi, clause d’insertion, saison
            ou bénévolat.
          </li>
          <li>La première est relue par nos équipes. Les suivantes sont en ligne tout de suite.</li>
          <li>Répondez à chaque candidature dans le délai promis : la personne compte dessus.</li>
        </ol>
      </Section>
      <Section title="Me connecter">
        <p>
          Il n’y a pas de mot de passe. Vous écrivez votre numéro ou votre adresse e-mail, et vous recevez un
          code à six chiffres. Il marche dix minutes. Il n’arrive pas ? Attendez une minute, demandez-en un
          autre, ou appelez-nous.
        </p>
      </Section>
      <Section title="Ne plus recevoir de messages">
        <p>
          Chaque message d’offre a un lien pour arrêter. Vous pouvez aussi changer le nombre d’offres par
          mois, de 0 à 8, dans <a href="/mon-profil/messages">votre profil</a>.
        </p>
      </Section>
    </div>
  )
}
