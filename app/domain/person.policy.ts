import type { Actor, ProfessionalRole } from './actor.ts'

const MINUTE_MS = 60_000

/** How long a person stays open to a professional who has typed a reason, in milliseconds. */
export const OPENED_MS = 30 * MINUTE_MS

/**
 * How a person stands to a professional. `isFollowed`: in her or his portfolio. `isHandled`: the person has a proposal or an
 * application in the territory. `openedAt`: when this professional last typed a reason to read this person.
 */
export type PersonRelation = {
  territoryId: string
  isFollowed: boolean
  isHandled: boolean
  openedAt: Date | null
}

/** Whom each professional reads without giving a reason: a referent her or his portfolio, an officer those handled in the territory. */
const DUTY: Record<ProfessionalRole, (relation: PersonRelation) => boolean> = {
  referent: ({ isFollowed }) => isFollowed,
  relation_officer: ({ isHandled }) => isHandled,
  hotline: () => false,
  facilitator: () => false,
  administrator: () => false,
}

/**
 * What an actor may do with a person: read (`open`), read once a reason is typed and logged (`reason`), or nothing at all
 * (`none`: another territory, and whoever is not a professional).
 */
export function personAccess(actor: Actor, relation: PersonRelation, now: Date): 'open' | 'reason' | 'none' {
  if (!Object.hasOwn(DUTY, actor.kind) || !('territoryId' in actor)) return 'none'
  if (actor.territoryId !== relation.territoryId) return 'none'
  if (DUTY[actor.kind as ProfessionalRole](relation)) return 'open'
  const { openedAt } = relation
  const since = openedAt ? now.getTime() - openedAt.getTime() : Number.NaN
  return since >= 0 && since < OPENED_MS ? 'open' : 'reason'
}
