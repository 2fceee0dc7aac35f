import { keepTogether } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { errorWords } from './error-words.ts'
import type { Frame } from './frame-data.ts'

type Props = { status: number; sentence?: string | null; territory: Frame['territory'] | null }

/** What went wrong, what to do, whom to call. */
export function ErrorPage({ status, sentence, territory }: Props) {
  const { title, advice } = errorWords(status)
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={sentence ?? advice} />
      <div className="cluster">
        <LinkButton href="/offres">Voir les offres</LinkButton>
        <LinkButton href="/" look="secondary">
          Revenir à l’accueil
        </LinkButton>
      </div>
      {territory ? (
        <div>
          <p>Vous n’y arrivez pas ? Appelez-nous.</p>
          <PhoneLink phone={territory.helpPhone} display={territory.helpPhoneDisplay} />
          <p className="small muted">{keepTogether(territory.helpHours)}</p>
        </div>
      ) : null}
      <p className="small muted">Code de la page : {status}</p>
    </div>
  )
}
