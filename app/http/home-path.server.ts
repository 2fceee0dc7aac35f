import type { Role } from '#app/domain/actor.ts'

const HOMES: Record<Role, string> = {
  candidate: '/mes-offres',
  recruiter: '/structure',
  relation_officer: '/bureau',
  administrator: '/bureau',
  hotline: '/offres',
  referent: '/offres',
  facilitator: '/offres',
}

/** Where somebody of a role arrives after signing in. */
export const homePath = (role: Role): string => HOMES[role]
