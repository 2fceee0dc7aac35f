/** An organisation is first `pending`, `verified` by an officer, or `closed`. Only a verified one publishes at once. */
export const ORGANISATION_STATES = ['pending', 'verified', 'closed'] as const
export type OrganisationState = (typeof ORGANISATION_STATES)[number]
export type OrganisationKind = 'employer' | 'association'

/** Whoever administers an organisation invites, changes roles and hands over; a member publishes and answers. */
export const MEMBERSHIP_ROLES = ['administrator', 'member'] as const
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number]

export type Organisation = {
  id: string
  territoryId: string
  kind: OrganisationKind
  name: string
  siret: string | null
  rna: string | null
  activity: string | null
  communeCode: string
  address: string | null
  /** An address of the organisation itself, known otherwise than from who registers. */
  email: string | null
  state: OrganisationState
}

const luhn = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, i) => {
    const n = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return sum + (n > 9 ? n - 9 : n)
  }, 0) %
    10 ===
  0

const LA_POSTE_SIREN = '356000000'

/** True for a SIRET whose key is right: Luhn on 14 and on the first 9 digits; La Poste sums to a multiple of 5 (INSEE). */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false
  if (text.startsWith(LA_POSTE_SIREN) && [...text].reduce((sum, d) => sum + Number(d), 0) % 5 === 0)
    return true
  return luhn(text) && luhn(text.slice(0, 9))
}

/** True for an RNA number: W and nine digits. */
export const isRna = (text: string): boolean => /^W\d{9}$/.test(text)
