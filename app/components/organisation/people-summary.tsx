import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { AskedPeople } from '#app/domain/people-search.ts'

export type HrefOf = (change: Partial<AskedPeople>) => string

type Props = {
  page: {
    asked: AskedPeople
    by: 'list' | 'commune'
    commune: { name: string } | null
    communeChoices: { code: string; name: string; postalCode: string }[]
    isPlaceUnknown: boolean
    isOccupationUnknown: boolean
    occupationLabel: string | null
    otherOccupations: string[]
    total: number
  }
  hrefOf: HrefOf
}

/** What was understood of a search, what else could have been meant, and how many people there are. */
export function PeopleSummary({ page, hrefOf }: Props) {
  const { asked, commune, communeChoices, occupationLabel, otherOccupations, total } = page
  if (communeChoices.length > 0)
    return (
      <nav className="card stack-tight" aria-label="Choisir la commune">
        <h2>Quelle commune ?</h2>
        <ul className="cluster">
          {communeChoices.map(({ code, name, postalCode }) => (
            <li key={code}>
              <a className="button secondary" href={hrefOf({ communeCode: code, place: name })}>
                {name} ({postalCode})
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )
  if (page.isPlaceUnknown || page.isOccupationUnknown || !commune)
    return (
      <Notice title="Nous n’avons pas compris">
        {page.isOccupationUnknown ? <p>Nous ne connaissons pas ce métier. Essayez un autre mot.</p> : null}
        {page.isPlaceUnknown ? <p>Nous ne connaissons pas cette commune. Essayez son code postal.</p> : null}
      </Notice>
    )
  const isByCommune = page.by === 'commune'
  return (
    <div className="stack-tight">
      <p role="status">
        <strong>{total === 0 ? 'Personne' : countOf(total, 'personne')}</strong> jusqu’à {asked.radiusKm} km
        de {commune.name}, à vol d’oiseau{occupationLabel ? `, pour : ${occupationLabel}` : ''}.
      </p>
      {otherOccupations.length > 0 ? (
        <ul className="cluster" aria-label="Autres métiers possibles">
          {otherOccupations.map((label) => (
            <li key={label}>
              <a href={hrefOf({ text: label, skills: [] })}>Plutôt : {label}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="cluster">
        <LinkButton
          href={isByCommune ? hrefOf({}) : `${hrefOf({})}&vue=communes`}
          look="secondary"
          icon="list"
        >
          {isByCommune ? 'Voir les personnes' : 'Voir par commune'}
        </LinkButton>
        {total > 0 ? (
          <LinkButton
            href={`/structure/personnes/carte?${hrefOf({}).split('?')[1] ?? ''}`}
            look="secondary"
            icon="map"
          >
            Voir sur la carte
          </LinkButton>
        ) : null}
      </p>
    </div>
  )
}
