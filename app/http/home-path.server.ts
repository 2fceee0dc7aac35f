import type { Role } from '#app/domain/actor.ts'
import type { Hat } from '#app/domain/session.ts'

const HOMES: Record<Role, string> = {
  candidate: '/mes-offres',
  recruiter: '/structure',
  relation_officer: '/bureau',
  administrator: '/bureau',
  hotline: '/accueil',
  referent: '/portefeuille',
  facilitator: '/offres',
}

/** Where somebody arrives who wears a hat of this role. */
export const homePath = (role: Role): string => HOMES[role]

/** Where somebody arrives after signing in: home with one hat, the choice with several, the sign-up without any. */
export function arrivalPath(hats: readonly Hat[]): string {
  const [first] = hats
  if (!first) return '/inscription'
  return hats.length > 1 ? '/mes-espaces' : homePath(first.role)
}
