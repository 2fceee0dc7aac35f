import { footerLinks, type NavLink, navigationOf } from '#app/components/frame/navigation.ts'
import { useFrame } from '#app/components/frame/use-frame.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import type { Role } from '#app/domain/actor.ts'

export const meta = () => [{ title: 'Plan du site' }]

const FIRST: NavLink[] = [
  { href: '/', label: 'Accueil' },
  { href: '/offres', label: 'Les offres' },
  { href: '/carte', label: 'Les offres sur la carte' },
  { href: '/structures', label: 'Les structures' },
]
const TO_COME_IN: NavLink[] = [
  { href: '/connexion', label: 'Me connecter' },
  { href: '/inscription', label: 'Créer mon compte' },
  { href: '/inscription/structure', label: 'Inscrire ma structure' },
]
const MINE: NavLink[] = [
  { href: '/mon-compte', label: 'Mon compte' },
  { href: '/mes-donnees', label: 'Mes données' },
]

const CANDIDATE_LISTS: NavLink[] = [
  { href: '/mes-offres-gardees', label: 'Mes offres gardées' },
  { href: '/mes-recherches', label: 'Mes recherches' },
]

const RECRUITER_LISTS: NavLink[] = [
  { href: '/structure/personnes/carte', label: 'Des personnes sur la carte' },
  { href: '/structure/candidatures', label: 'Candidatures spontanées' },
]

const listsOf = (role: Role | null): NavLink[] =>
  role === 'candidate' ? CANDIDATE_LISTS : role === 'recruiter' ? RECRUITER_LISTS : []

const Links = ({ links }: { links: NavLink[] }) => (
  <ul className="footer-links">
    {links.map(({ href, label }) => (
      <li key={href}>
        <a href={href}>{label}</a>
      </li>
    ))}
  </ul>
)

export default function SiteMap() {
  const actor = useFrame()?.actor ?? null
  const own = navigationOf(actor?.role ?? null).filter(({ href }) => href !== '/offres')
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Plan du site" />
      <Section title="Les offres">
        <Links links={FIRST} />
      </Section>
      {actor ? (
        <Section title="Mon espace">
          <Links links={[...own, ...listsOf(actor.role), ...MINE]} />
        </Section>
      ) : (
        <Section title="Entrer">
          <Links links={TO_COME_IN} />
        </Section>
      )}
      <Section title="Le site">
        <Links links={footerLinks(false).filter(({ href }) => href !== '/plan-du-site')} />
      </Section>
    </div>
  )
}
