import type { Actor, Professional } from './actor.ts'

/** Those to whom somebody may say, on the telephone or at a counter: register me. */
export const REGISTRARS = ['hotline', 'relation_officer', 'referent'] as const

export type Registrar = Extract<Professional, { kind: (typeof REGISTRARS)[number] }>

/** True when the actor may register somebody else. */
export const canRegisterOthers = (actor: Actor): actor is Registrar =>
  REGISTRARS.some((kind) => kind === actor.kind)

/** True when the actor may look people up over the whole territory and open anybody's page of the hotline. */
export const canFindPeople = (actor: Actor): actor is Extract<Professional, { kind: 'hotline' }> =>
  actor.kind === 'hotline'

/** True when the actor may print somebody's card: the hotline, or whoever registered the person. */
export const canPrintCard = (
  actor: Actor,
  person: { territoryId: string; registeredById: string | null },
): boolean =>
  'territoryId' in actor &&
  actor.territoryId === person.territoryId &&
  (actor.kind === 'hotline' || (canRegisterOthers(actor) && actor.accountId === person.registeredById))
