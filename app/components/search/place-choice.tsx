type Props = {
  choices: { code: string; name: string; postalCode: string }[]
  /** The same search at a commune, by its name and INSEE code. */
  hrefOf: (name: string, code: string) => string
}

/** Several communes bear this name or this postal code: which one was meant. Links, so that it works without scripts. */
export function PlaceChoice({ choices, hrefOf }: Props) {
  return (
    <nav className="card stack-tight" aria-label="Choisir la commune">
      <h2>Quelle commune ?</h2>
      <ul className="cluster">
        {choices.map(({ code, name, postalCode }) => (
          <li key={code}>
            <a className="button secondary" href={hrefOf(name, code)}>
              {name} ({postalCode})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
