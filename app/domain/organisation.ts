/** An organisation is first `pending`, `verified` by an officer, or `closed`. Only a verified one publishes at once. */
export const ORGANISATION_STATES = ['pending', 'verified', 'closed'] as const
export type OrganisationState = (typeof ORGANISATION_STATES)[number]
export const ORGANISATION_KINDS = ['employer', 'association'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Whoever administers an organisation invites, changes roles and hands over; a member publishes and answers. */
export const MEMBERSHIP_ROLES = ['administrator', 'member'] as const
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number]

/**
 * What an officer looks at before verifying: `unknown_number` the directory does not know the SIRET, `not_checked` it did not
 * answer, `rna_not_checked` an RNA number that nobody has looked up, `no_number` neither SIRET nor RNA.
 */
export const ORGANISATION_FLAGS = ['unknown_number', 'not_checked', 'rna_not_checked', 'no_number'] as const
export type OrganisationFlag = (typeof ORGANISATION_FLAGS)[number]

/** Somebody's place in an organisation. */
export type Membership = { accountId: string; organisationId: string; role: MembershipRole }

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
  flags: OrganisationFlag[]
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

/** A number under which an organisation is known, or the sentence to show when what was typed is not one. */
export type TypedNumber =
  | { kind: 'siret'; number: string }
  | { kind: 'rna'; number: string }
  | { kind: 'invalid'; sentence: string }

const invalid = (sentence: string): TypedNumber => ({ kind: 'invalid', sentence })

/** The SIRET or RNA number somebody typed, without the spaces, dots and dashes people put in it. */
export function readOrganisationNumber(typed: string): TypedNumber {
  const text = typed.replace(/[\s.\-/]/g, '').toUpperCase()
  if (text === '') return invalid('Écrivez votre numéro SIRET, ou votre numéro RNA.')
  if (isSiret(text)) return { kind: 'siret', number: text }
  if (isRna(text)) return { kind: 'rna', number: text }
  if (text.startsWith('W')) return invalid('Un numéro RNA est fait de la lettre W, puis de 9 chiffres.')
  if (!/^\d+$/.test(text)) return invalid('Un numéro SIRET n’a que des chiffres. Il y en a 14.')
  if (text.length === 9)
    return invalid('C’est le numéro SIREN. Le SIRET a 5 chiffres de plus : 14 chiffres en tout.')
  if (text.length !== 14) return invalid(`Un numéro SIRET a 14 chiffres. Il y en a ${text.length}.`)
  return invalid('Ce numéro SIRET n’existe pas. Vérifiez chaque chiffre.')
}
