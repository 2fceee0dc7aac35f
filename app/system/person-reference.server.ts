import { openText, sealText } from './secret-box.server.ts'

const ownerOf = (organisationId: string): string => `person shown to ${organisationId}`

/**
 * What an organisation's pages name a person by before she or he agreed: the profile's id, sealed for that organisation and
 * written otherwise at each reading, so that no two pages or organisations can be compared.
 */
export const personReference = (organisationId: string, profileId: string): string =>
  sealText(profileId, ownerOf(organisationId))

/** The profile's id behind a reference made for this organisation, or null. */
export const readPersonReference = (organisationId: string, reference: string): string | null =>
  openText(reference, ownerOf(organisationId))
