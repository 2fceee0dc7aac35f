import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { RETENTION } from '#app/domain/retention.ts'

export const meta = () => [{ title: 'Vos données personnelles' }]

export default function Privacy() {
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Vos données personnelles"
        lead="Ce que nous gardons, qui le voit, combien de temps, et comment dire non."
      />
      <Section title="Ce que nous gardons">
        <ul className="text-list">
          <li>Votre nom, et un numéro de téléphone ou une adresse e-mail. Un seul suffit.</li>
          <li>
            Ce que vous cherchez et savez faire : métiers, savoir-faire, permis, commune, trajet, jours
            libres.
          </li>
          <li>
            <a href="/mon-profil/situation">Votre situation</a>, seulement si vous la dites vous-même :
            minimum social, chômage de plus d’un an, moins de 26 ans sans diplôme, reconnaissance de
            travailleur handicapé, travail dans une structure d’insertion. Elle sert seulement à vous proposer
            les offres que la loi réserve (clauses d’insertion). Nous ne la montrons à aucune structure. Si
            vous dites oui à une offre réservée, la structure comprend que vous y avez droit.
          </li>
          <li>Vos candidatures et les réponses des structures.</li>
          <li>Les messages que nous vous envoyons.</li>
        </ul>
        <p>
          Nous ne demandons ni numéro de sécurité sociale, ni maladie, ni dossier médical. Nous ne demandons
          pas votre date de naissance, votre situation de famille ou votre nationalité.
        </p>
      </Section>
      <Section title="Qui voit quoi">
        <ul className="text-list">
          <li>
            Une structure ne voit ni votre nom ni vos coordonnées, sauf quand vous postulez chez elle ou quand
            vous avez choisi d’être visible.
          </li>
          <li>
            Les professionnels de votre territoire voient votre profil pour vous proposer des offres. Ils ne
            voient pas votre situation. Ils voient si une offre réservée peut vous être proposée.
          </li>
          <li>Personne d’autre. Nous ne vendons rien, et il n’y a pas de publicité.</li>
        </ul>
        <p>
          Vous choisissez qui voit votre profil dans <a href="/mon-profil/visibilite">votre profil</a>.
        </p>
      </Section>
      <Section title="Comment les offres sont choisies pour vous">
        <p>
          Un calcul compare les offres à ce que vous avez écrit. Il trie et propose, il ne refuse jamais
          personne : une personne décide avant tout message. La méthode et ses points sont publics :{' '}
          <a href="/comment-ca-marche/classement">lire la méthode</a>.
        </p>
      </Section>
      <Section title="Combien de temps">
        <ul className="text-list">
          <li>les messages : {RETENTION.messageMonths} mois ;</li>
          <li>
            la liste de qui a vu votre profil : {RETENTION.accessLogMonths} mois, sans la raison écrite dès
            que vous partez ;
          </li>
          <li>
            les offres fermées et leurs candidatures, et les candidatures spontanées :{' '}
            {RETENTION.closedOfferMonths} mois ; les brouillons d’offres : {RETENTION.draftMonths} mois ;
          </li>
          <li>
            les codes et vos anciennes connexions : {RETENTION.endedSessionDays} jours au plus ; les
            invitations : {RETENTION.finishedInvitationMonths} mois ;
          </li>
          <li>
            votre compte : tant que vous l’utilisez. Après {RETENTION.inactiveYears} ans sans visite, nous
            vous prévenons {RETENTION.noticeDays.join(' jours, puis ')} jours avant. Ensuite, nous effaçons
            tout ce qui porte votre nom.
          </li>
        </ul>
      </Section>
      <Section title="Vos droits">
        <p>
          Vous pouvez lire vos données, les emporter et les effacer vous-même :{' '}
          <a href="/mes-donnees">mes données</a>. Vous pouvez les corriger dans{' '}
          <a href="/mon-profil">votre profil</a>, et retirer chacun de vos accords. Vous pouvez aussi voir{' '}
          <a href="/mon-profil/consultations">qui a vu votre profil</a>.
        </p>
        <p>
          Vous préférez de l’aide ? Appelez-nous, ou écrivez au délégué à la protection des données du
          Département. Si la réponse ne vous convient pas, vous pouvez écrire à la{' '}
          <a href="https://www.cnil.fr/fr/plaintes" rel="noopener noreferrer">
            CNIL
          </a>
          .
        </p>
      </Section>
      <Section id="code" title="Le code qui vous fait entrer">
        <p>
          Qui a votre code entre à votre place. Ne le donnez à personne, même à nous. Un SMS peut être lu par
          qui tient votre téléphone, ou par qui a pris votre numéro. Un e-mail que personne d’autre n’ouvre le
          garde mieux : vous pouvez choisir l’e-mail pour vous connecter.
        </p>
        <p>
          Vous avez perdu votre téléphone ? Appelez-nous : nous arrêtons votre compte le temps qu’il faut, et
          personne n’y entre.
        </p>
      </Section>
      <Section title="Les témoins de connexion (cookies)">
        <p>
          Un seul, quand vous vous connectez. Il sert à vous reconnaître d’une page à l’autre. Rien ne vous
          suit ailleurs : c’est pourquoi aucun bandeau ne vous le demande.
        </p>
      </Section>
    </div>
  )
}
