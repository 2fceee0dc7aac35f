import type { SuspensionReason } from './account.ts'

/** How long after a right code a person may still wake her or his account, in minutes. */
export const PROOF_MINUTES = 15

/** True when the person may let the account go on alone. */
export const isOwnToClear = (reason: SuspensionReason): boolean =>
  reason === 'inactivity' || reason === 'own_request'
