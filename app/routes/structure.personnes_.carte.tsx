import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { RouteHandle } from '#app/components/frame/frame-data.ts'
import { PeopleMap } from '#app/components/map/people-map.tsx'
import { CommuneCounts } from '#app/components/organisation/commune-counts.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { type AskedPeople, askedPeopleParams, parseAskedPeople } from '#app/domain/people-search.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getPeopleMap } from '#app/queries/people-map.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { findMapStyleUrl } from '#app/system/map-style.server.ts'

export const headers = privateHeaders
export const handle: RouteHandle = { hydrate: true, wide: true }
export const meta: MetaFunction = () => [{ title: 'Des personnes sur la carte' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const asked = parseAskedPeople(new URL(request.url).searchParams)
  const [map, styleUrl] = await Promise.all([
    getPeopleMap({ actor, asked, now: systemClock() }),
    findMapStyleUrl(),
  ])
  if (!map.ok) throwRefusal(map.refusal)
  const hrefOf = (change: Partial<AskedPeople>) =>
    `/structure/personnes?${askedPeopleParams({ ...asked, page: 1, ...change })}`
  const { communes, ...page } = map.value
  return {
    ...page,
    radiusKm: asked.radiusKm,
    styleUrl,
    listHref: hrefOf({}),
    communes: communes.map((commune) => ({
      ...commune,
      id: commune.code,
      href: hrefOf({ communeCode: commune.code, place: commune.name, radiusKm: 5 }),
    })),
  }
}

export default function PeopleOnMap() {
  const page = useLoaderData<typeof loader>()
  const { commune, communes, total, radiusKm, listHref } = page
  return (
    <div className="stack-loose">
      <PageHeader
        title="Des personnes sur la carte"
        lead={
          commune
            ? `${total === 0 ? 'Personne' : countOf(total, 'personne')} jusqu’à ${radiusKm} km de ${commune.name}, à vol d’oiseau.`
            : undefined
        }
        back={{ href: listHref, label: 'Les personnes trouvées' }}
      />
      {page.isVerified && commune && communes.length > 0 ? (
        <>
          <p>
            Chaque rond est placé au centre de la commune : nous ne montrons l’adresse de personne. Le tableau
            dit la même chose.
          </p>
          <PeopleMap
            communes={communes}
            places={page.places}
            center={commune}
            radiusKm={radiusKm}
            listHref="#communes"
            styleUrl={page.styleUrl}
          />
          <Section id="communes" title="Les personnes, par commune">
            <CommuneCounts communes={communes} />
          </Section>
        </>
      ) : (
        <Notice title="Rien à montrer sur la carte">
          <a href={listHref}>Changer la recherche</a>
        </Notice>
      )}
    </div>
  )
}
