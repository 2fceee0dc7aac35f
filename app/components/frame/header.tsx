import type { Frame } from './frame-data.ts'
import { Mark } from './mark.tsx'
import { currentHref, navigationOf } from './navigation.ts'

type Props = { name: string; actor: Frame['actor']; pathname: string }

/** The territory's name, the links of the person's role, and the way in or out. */
export function Header({ name, actor, pathname }: Props) {
  const links = navigationOf(actor?.role ?? null)
  const current = currentHref(links, pathname)
  return (
    <header className="header">
      <div className="header-inner">
        <a className="home-link" href="/">
          <Mark />
          {name}
        </a>
        <nav className="nav" aria-label="Menu principal">
          {links.map(({ href, label }) => (
            <a
              key={href}
              href={href}
              aria-current={href === current ? (href === pathname ? 'page' : 'true') : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
        <div className="account">
          {actor ? (
            <SignedIn actor={actor} />
          ) : (
            <a className="button secondary small" href="/connexion">
              Me connecter
            </a>
          )}
        </div>
      </div>
    </header>
  )
}

function SignedIn({ actor }: { actor: NonNullable<Frame['actor']> }) {
  return (
    <>
      <span className="account-name">
        <span className="visually-hidden">Vous êtes </span>
        {actor.displayName}
        {actor.organisationName ? `, ${actor.organisationName}` : ''}
      </span>
      <form method="post" action="/deconnexion">
        <button type="submit" className="button quiet small">
          Me déconnecter
        </button>
      </form>
    </>
  )
}
