import { db } from '#app/db/client.server.ts'
import { findOrganisationVerification } from '#app/db/organisation-verifications.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'

/** The page where a person types the code she or he had sent to an organisation; null when it is not the own one. */
export async function getOrganisationCodePage(actor: { accountId: string }, verificationId: string) {
  const verification = await findOrganisationVerification(db(), verificationId)
  if (verification?.accountId !== actor.accountId) return null
  const organisation = await findOrganisation(db(), { kind: 'system' }, verification.organisationId)
  return organisation && { organisationName: organisation.name }
}
