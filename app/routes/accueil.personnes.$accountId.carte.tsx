import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpCard } from '#app/components/hotline/help-card.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { REGISTRARS } from '#app/domain/registration-on-behalf.policy.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getPersonCard } from '#app/queries/person-card.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export const headers = privateHeaders
export const meta = () => [{ title: 'La carte à imprimer' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...REGISTRARS)
  const card = await getPersonCard(actor, requireId(params.accountId), systemClock())
  return card.ok ? card.value : throwRefusal(card.refusal)
}

export default function PersonCard() {
  const card = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack-loose">
      <div className="no-print">
        <PageHeader
          title="La carte à imprimer"
          lead="Imprimez cette page (Ctrl + P), puis donnez ou envoyez la carte. Elle ne contient aucun secret."
          back={{ href: card.back, label: 'Retour' }}
        />
      </div>
      <HelpCard {...card} />
      <div className="no-print">
        <LinkButton href="/accueil/inscrire" look="secondary">
          Inscrire quelqu’un d’autre
        </LinkButton>
      </div>
    </div>
  )
}
