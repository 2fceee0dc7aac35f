import type { Role } from './actor.ts'

export const SUSPENSION_REASONS = ['inactivity', 'own_request', 'reasoned_decision', 'duplicate'] as const
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number]

/** `sms` and `email` reach the person; `none` after a STOP. */
export const CHANNELS = ['sms', 'email', 'none'] as const
export type Channel = (typeof CHANNELS)[number]

/** Somebody who signs in. `phone` is E.164. Phone or e-mail is enough; never both required. */
export type Account = {
  id: string
  territoryId: string
  role: Role
  firstName: string
  lastName: string
  phone: string | null
  email: string | null
  channel: Channel
  monthlySolicitations: number
  status: 'active' | 'suspended'
  suspensionReason: SuspensionReason | null
  /** When a code proved the phone or the e-mail; null as long as nobody has answered from it. */
  verifiedAt: Date | null
}

/** How a recruiter sees a person: first name and initial of the last name. */
export const shortName = (person: { firstName: string; lastName: string }): string =>
  `${person.firstName} ${person.lastName.slice(0, 1).toUpperCase()}.`
