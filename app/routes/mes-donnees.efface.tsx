import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'

export const meta = () => [{ title: 'Votre compte est effacé' }]

export default function Erased() {
  return (
    <div className="narrow stack">
      <PageHeader title="Votre compte est effacé" lead="Il ne reste rien ici qui porte votre nom." />
      <p>Vous pouvez revenir quand vous voulez : votre numéro et votre adresse sont libres.</p>
      <LinkButton href="/">Revenir à l’accueil</LinkButton>
    </div>
  )
}
