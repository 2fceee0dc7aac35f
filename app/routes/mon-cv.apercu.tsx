import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnonymousPersonCard } from '#app/components/match/anonymous-person-card.tsx'
import { freeFrom } from '#app/components/person/free-from.ts'
import { personTitle } from '#app/components/person/person-title.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { parisDate } from '#app/domain/duration.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getOwnPreview } from '#app/queries/cv.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export const meta = () => [{ title: 'Ce que les structures voient de moi' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  return { ...(await getOwnPreview(actor)), today: parisDate(systemClock()) }
}

export default function OwnPreview() {
  const { card, today } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Ce que les structures voient de moi"
        lead="Ni votre nom entier, ni votre téléphone, ni votre adresse."
        back={{ href: '/mon-cv', label: 'Mon CV' }}
      />
      {card ? (
        <AnonymousPersonCard
          headingLevel={2}
          person={{
            ...card,
            title: personTitle(card.name, card.communeName),
            distanceKm: null,
            availability: `disponible ${freeFrom(card.availableFrom, today)}`,
          }}
        />
      ) : (
        <Notice title="Votre profil est caché">
          Aucune structure ne le voit. Celles à qui vous écrivez reçoivent votre nom et votre contact.
        </Notice>
      )}
      <p>Votre contact est donné à une structure seulement si vous lui répondez, ou si vous êtes d’accord.</p>
      <LinkButton href="/mon-profil/visibilite" look="secondary">
        Choisir qui voit mon profil
      </LinkButton>
    </div>
  )
}
