const LINKS = [
  { href: '/mon-cv', label: 'Mon CV' },
  { href: '/mon-cv/apercu', label: 'Ce que les structures voient de moi' },
  { href: '/mon-profil/consultations', label: 'Qui a vu mon profil' },
  { href: '/mes-donnees', label: 'Mes données' },
]

/** What goes with the profile. */
export function ProfileLinks() {
  return (
    <nav className="page-nav" aria-label="Autour de mon profil">
      <ul>
        {LINKS.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
