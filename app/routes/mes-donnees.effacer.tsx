import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { RETENTION } from '#app/domain/retention.ts'
import { OWNERS_OF_DATA } from '#app/domain/rights.policy.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionEnded } from '#app/http/session.server.ts'
import { getOwnDataPage } from '#app/queries/own-data.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { eraseAccount } from '#app/use-cases/erase-account.server.ts'

export const meta = () => [{ title: 'Effacer mon compte' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...OWNERS_OF_DATA)
  const page = await getOwnDataPage(actor)
  if (!page?.can.erase) return throwRefusal({ code: 'not_found' })
  return {
    applications: page.data.applications.length,
    recruits: page.data.memberships.length > 0,
    months: RETENTION.accessLogMonths,
    offerMonths: RETENTION.closedOfferMonths,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...OWNERS_OF_DATA)
  const erased = await eraseAccount({ actor, accountId: actor.accountId, now: systemClock() })
  if (!erased.ok) return throwRefusal({ code: 'not_found' })
  throw redirect('/mes-donnees/efface', { headers: { 'Set-Cookie': sessionEnded() } })
}

export default function ErasePage() {
  const { applications, recruits, months, offerMonths } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Voulez-vous tout effacer ?" back={{ href: '/mes-donnees', label: 'Mes données' }} />
      <Section title="Ce qui disparaît, tout de suite">
        <ul className="text-list">
          <li>votre nom, votre téléphone, votre e-mail ;</li>
          <li>votre profil et les offres choisies pour vous ;</li>
          <li>
            vos candidatures{applications > 0 ? ` (${applications})` : ''} : les structures ne les voient plus
            ;
          </li>
          <li>vos messages et vos connexions.</li>
        </ul>
      </Section>
      <Section title="Ce qui reste">
        <ul className="text-list">
          <li>un compte vide, sans nom, qui dit qu’une personne est partie : {months} mois ;</li>
          <li>
            la liste de qui a lu votre profil, sans votre nom et sans les raisons écrites : {months} mois ;
          </li>
          {recruits ? (
            <li>
              ce qui est à votre structure : son nom, son adresse, ses offres. Si personne d’autre n’y est,
              ses offres ouvertes sont retirées, et tout disparaît après {offerMonths} mois ;
            </li>
          ) : null}
          <li>un chiffre : une personne de plus a quitté le site ce mois-ci.</li>
        </ul>
        <p>
          On ne peut pas revenir en arrière. Vous pourrez vous inscrire de nouveau, comme une nouvelle
          personne.
        </p>
      </Section>
      <div className="cluster">
        <LinkButton href="/mes-donnees" look="secondary">
          Je garde mon compte
        </LinkButton>
        <PostButton look="danger">Oui, effacez tout</PostButton>
      </div>
    </div>
  )
}
