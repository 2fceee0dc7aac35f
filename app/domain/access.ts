/** Why somebody's profile is read by somebody else. */
export const ACCESS_PURPOSES = [
  'profile',
  'contact',
  'list',
  'registration',
  'card',
  'export',
  'file',
] as const
export type AccessPurpose = (typeof ACCESS_PURPOSES)[number]

/** One reading of one profile. `reason` is typed by who reads outside her or his own people. */
export type Access = {
  at: Date
  territoryId: string
  accountId: string
  role: string
  organisationId: string | null
  profileId: string
  purpose: AccessPurpose
  reason: string | null
}
