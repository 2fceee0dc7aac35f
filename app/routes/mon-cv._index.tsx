import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CvSheet } from '#app/components/cv/cv-sheet.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getOwnCv } from '#app/queries/cv.server.ts'

export const meta = () => [{ title: 'Mon CV' }]
export const headers = privateHeaders

const DONE: Record<string, string> = {
  garde: 'C’est gardé dans votre CV.',
  retire: 'C’est retiré de votre CV.',
  fichier: 'Votre fichier est gardé.',
  'fichier-retire': 'Votre fichier est retiré.',
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const done = DONE[new URL(request.url).searchParams.get('fait') ?? ''] ?? null
  return { cv: await getOwnCv(actor), done }
}

export default function MyCv() {
  const { cv, done } = useLoaderData<typeof loader>()
  return (
    <div className="stack-loose">
      <div className="no-print stack">
        <PageHeader
          title="Mon CV"
          lead="Il se fait avec vos réponses. Une page, à imprimer ou à envoyer."
          back={{ href: '/mon-profil', label: 'Mon profil' }}
        />
        {done ? (
          <Notice tone="ok" role="status">
            {done}
          </Notice>
        ) : null}
        <div className="cluster">
          <LinkButton href="/mon-cv/ajouter/travail">Ajouter un travail</LinkButton>
          <LinkButton href="/mon-cv/ajouter/formation" look="secondary">
            Ajouter une formation
          </LinkButton>
          <LinkButton href="/mon-cv.pdf" look="secondary">
            Prendre mon CV en PDF
          </LinkButton>
        </div>
      </div>
      <CvSheet cv={cv} />
      <div className="cluster no-print">
        <LinkButton href="/mon-cv/fichier" look="secondary">
          Ajouter un CV que j’ai déjà
        </LinkButton>
        <LinkButton href="/mon-profil" look="secondary">
          Changer mes métiers ou mes permis
        </LinkButton>
        <LinkButton href="/mon-cv/apercu" look="secondary">
          Voir ce que les structures voient
        </LinkButton>
      </div>
    </div>
  )
}
