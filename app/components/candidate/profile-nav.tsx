const PARTS = [
  { id: 'recherche', label: 'Ce que je cherche' },
  { id: 'trajet', label: 'Où je peux aller' },
  { id: 'disponibilite', label: 'Quand je suis libre' },
  { id: 'savoir-faire', label: 'Ce que je sais faire' },
  { id: 'visibilite', label: 'Qui voit mon profil' },
  { id: 'messages', label: 'Comment on m’écrit' },
]

/** The parts of the profile, to go straight to one. */
export function ProfileNav() {
  return (
    <nav className="page-nav" aria-label="Dans cette page">
      <ul>
        {PARTS.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
        <li>
          <a href="/mon-cv">Mon CV</a>
        </li>
        <li>
          <a href="/mon-profil/consultations">Qui a vu mon profil</a>
        </li>
        <li>
          <a href="/mes-donnees">Mes données</a>
        </li>
      </ul>
    </nav>
  )
}
