/** What happens to an account and is kept with its date, its author and its reason. */
export const ACCOUNT_ACTIONS = [
  'registered',
  'suspended',
  'reactivated',
  'phone_changed',
  'email_changed',
  'factor_changed',
  'left_organisation',
  'post_taken',
  'post_ended',
  'referent_named',
  'referent_ended',
  'erasure_noticed',
  'erased',
] as const
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number]

/** One line of an account's history. `byId` is the account that acted; null for the platform itself. */
export type AccountChange = {
  id: string
  accountId: string
  action: AccountAction
  reason: string | null
  byId: string | null
  at: Date
}
