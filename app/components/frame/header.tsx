import { classNames } from '#app/components/ui/class-names.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import type { Frame } from './frame-data.ts'
import { Logo } from './logo.tsx'
import { currentHref, navigationOf } from './navigation.ts'

type Props = {
  name: string
  logo: NonNullable<Frame['territory']>['logo']
  actor: Frame['actor']
  pathname: string
}

/** The territory's name, the links of the person's role, and the way in or out. */
export function Header({ name, logo, actor, pathname }: Props) {
  const links = actor && !actor.role ? [] : navigationOf(actor?.role ?? null)
  const current = currentHref(links, pathname)
  return (
    <header className="header">
      <div className="header-inner">
        <a className="home-link" href="/">
          <Logo logo={logo} />
          {name}
        </a>
        {links.length > 0 ? (
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
        ) : null}
        <div className={classNames('account', actor && 'signed-in')}>
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

type SignedInActor = NonNullable<Frame['actor']>

/** Who is signed in, and for whom: with several hats the present one is always said. */
const placeOf = ({ role, organisationName, hasOtherHats }: SignedInActor): string | null =>
  organisationName ?? (hasOtherHats && role ? ROLE_LABELS[role] : null)

function SignedIn({ actor }: { actor: SignedInActor }) {
  const place = placeOf(actor)
  const name = [actor.displayName, place].filter(Boolean).join(', ')
  return (
    <>
      <span className={classNames('account-name', actor.hasOtherHats && 'in-one-place')}>
        <span className="visually-hidden">Vous êtes </span>
        {name}
      </span>
      {actor.hasOtherHats ? (
        <a className="button quiet small" href="/mes-espaces">
          Changer d’espace
        </a>
      ) : null}
      {actor.role ? (
        <a className="button quiet small" href="/mon-compte">
          Mon compte
        </a>
      ) : null}
      <form method="post" action="/deconnexion">
        <button type="submit" className="button quiet small">
          Me déconnecter
        </button>
      </form>
    </>
  )
}
