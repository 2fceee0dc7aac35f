import type { Role } from '#app/domain/actor.ts'

export type NavLink = { href: string; label: string }

const offers: NavLink = { href: '/offres', label: 'Les offres' }
const method: NavLink = { href: '/comment-ca-marche/classement', label: 'Comment ça marche' }
const desk: NavLink = { href: '/bureau', label: 'À traiter' }
const organisations: NavLink = { href: '/bureau/structures', label: 'Structures' }
const register: NavLink = { href: '/accueil/inscrire', label: 'Inscrire quelqu’un' }
const decisions: NavLink = { href: '/accueil/decisions', label: 'Décisions à deux' }

const LINKS: Record<Role | 'anonymous', NavLink[]> = {
  anonymous: [offers, method],
  candidate: [
    { href: '/mes-offres', label: 'Pour vous' },
    { href: '/mes-candidatures', label: 'Mes candidatures' },
    { href: '/mon-profil', label: 'Mon profil' },
    offers,
  ],
  recruiter: [
    { href: '/structure', label: 'Mes offres' },
    { href: '/structure/offres/nouvelle', label: 'Publier une offre' },
    { href: '/structure/personnes', label: 'Chercher une personne' },
    { href: '/structure/equipe', label: 'Équipe' },
    offers,
  ],
  relation_officer: [desk, register, organisations, decisions, offers],
  administrator: [
    desk,
    organisations,
    { href: '/administration/professionnels', label: 'Professionnels' },
    { href: '/administration/consultations', label: 'Consultations' },
    decisions,
    { href: '/administration/second-facteur', label: 'Téléphone perdu' },
    { href: '/administration/territoire', label: 'Logo' },
    offers,
  ],
  hotline: [{ href: '/accueil', label: 'Chercher' }, register, organisations, offers],
  referent: [{ href: '/portefeuille', label: 'Mon portefeuille' }, register, offers],
  facilitator: [offers],
}

/** The links of the header for somebody of a role, or for nobody in particular. */
export const navigationOf = (role: Role | null): NavLink[] => LINKS[role ?? 'anonymous']

/** The link that stands for the present page: the longest address that begins it. */
export function currentHref(links: NavLink[], pathname: string): string | null {
  const leading = links
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)
  return leading[0] ?? null
}

const OWN_DATA: NavLink = { href: '/mes-donnees', label: 'Mes données : lire, emporter, effacer' }

/** The links at the bottom of every page; whoever is signed in finds her or his own data there. */
export const footerLinks = (isSignedIn: boolean): NavLink[] => [
  { href: '/comment-ca-marche/classement', label: 'Comment les offres sont classées' },
  { href: '/confidentialite', label: 'Vos données personnelles' },
  ...(isSignedIn ? [OWN_DATA] : []),
  { href: '/accessibilite', label: 'Accessibilité : totalement conforme' },
  { href: '/plan-du-site', label: 'Plan du site' },
  { href: '/aide', label: 'Aide' },
]
