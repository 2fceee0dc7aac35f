import { type AskedOffers, askedOffersParams } from '#app/domain/offer-search.ts'

type Props = { asked: AskedOffers; choices: { code: string; name: string; postalCode: string }[] }

/** Several communes bear this name or this postal code: which one was meant. Links, so that it works without scripts. */
export function PlaceChoice({ asked, choices }: Props) {
  return (
    <nav className="card stack-tight" aria-label="Choisir la commune">
      <h2>Quelle commune ?</h2>
      <ul className="cluster">
        {choices.map(({ code, name, postalCode }) => (
          <li key={code}>
            <a
              className="button secondary"
              href={`/offres?${askedOffersParams({ ...asked, place: name, communeCode: code, page: 1 })}`}
            >
              {name} ({postalCode})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
