import { type Actor, accountIdOf, isProfessional, ROLES, type Role } from './actor.ts'
import { type ConsentWay, SAID_ONLINE, type Said } from './consent.ts'

/** Whoever is signed in with something of her or his own on the platform: the actors for whom `/mes-donnees` is made. */
export const OWNERS_OF_DATA = ['newcomer', ...ROLES] as const

type Owned = { id: string; territoryId: string; role: Role }

/** True for the person herself or himself, second factor given. */
export const isOwnAccount = (actor: Actor, account: Pick<Owned, 'id'>): boolean =>
  actor.kind !== 'unconfirmed' && 'accountId' in actor && actor.accountId === account.id

/** True for the hotline and the administrators of the territory, who write down what somebody says on the telephone. */
export const mayActFor = (actor: Actor, account: Pick<Owned, 'territoryId'>): boolean =>
  (actor.kind === 'hotline' || actor.kind === 'administrator') && actor.territoryId === account.territoryId

/**
 * True when this actor may have this account erased: the person, the hotline and administrators at her or his request, the
 * platform after two years. Whoever holds a post leaves it first: the département keeps the accounts of its professionals.
 */
export const canErase = (actor: Actor, account: Owned): boolean =>
  actor.kind === 'system' ||
  (!isProfessional(account.role) && (isOwnAccount(actor, account) || mayActFor(actor, account)))

/** True when this actor may take back a consent of this account: the person, or the hotline at her or his request. */
export const canWithdrawConsent = (actor: Actor, account: Owned): boolean =>
  isOwnAccount(actor, account) || mayActFor(actor, account)

/** How a gesture of this actor on this account was said: online by the person, else on her or his behalf, in this way. */
export const saidBy = (actor: Actor, account: Pick<Owned, 'id'>, how: ConsentWay): Said =>
  isOwnAccount(actor, account) ? SAID_ONLINE : { how, byId: accountIdOf(actor) }
