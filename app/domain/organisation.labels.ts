import type { MembershipRole, OrganisationFlag, OrganisationKind, OrganisationState } from './organisation.ts'

export const ORGANISATION_KIND_LABELS: Record<OrganisationKind, string> = {
  employer: 'Entreprise ou employeur public',
  association: 'Association',
}

export const ORGANISATION_STATE_LABELS: Record<OrganisationState, string> = {
  pending: 'À vérifier',
  verified: 'Vérifiée',
  closed: 'Fermée',
}

export const ORGANISATION_FLAG_LABELS: Record<OrganisationFlag, string> = {
  unknown_number: 'L’annuaire des entreprises ne connaît pas ce SIRET.',
  not_checked: 'L’annuaire des entreprises n’a pas répondu : le SIRET n’est pas vérifié.',
  rna_not_checked: 'Le numéro RNA n’a pas été vérifié.',
  no_number: 'Ni SIRET ni numéro RNA : à compléter.',
}

export const MEMBERSHIP_ROLE_LABELS: Record<MembershipRole, string> = {
  administrator: 'Administre la structure',
  member: 'Membre',
}
