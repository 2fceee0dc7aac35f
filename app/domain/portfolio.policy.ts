import type { Actor, Professional } from './actor.ts'

type Hotline = Extract<Professional, { kind: 'hotline' }>

/**
 * True when this actor may write down who accompanies a person of a territory. The département decides it and the hotline, which
 * has no portfolio, writes it: a referent who named her or himself would read whomever she or he likes without a reason.
 */
export const canNameReferent = (actor: Actor, person: { territoryId: string }): actor is Hotline =>
  actor.kind === 'hotline' && actor.territoryId === person.territoryId
