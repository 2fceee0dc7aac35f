import { db } from '#app/db/client.server.ts'
import { findRegisteredOrganisation } from '#app/db/organisations-to-verify.server.ts'
import { type Actor, accountIdOf, scopeOf } from '#app/domain/actor.ts'
import { organisationPermissions } from '#app/domain/organisation.policy.ts'

/** One organisation for whoever checks it: what it said of itself, who signed it up, and what may be done. Null outside the territory. */
export async function getOrganisationToVerify(actor: Actor, organisationId: string) {
  const found = await findRegisteredOrganisation(db(), scopeOf(actor), organisationId)
  if (!found) return null
  const { organisation, communeName, createdAt, members } = found
  const isOwnMember = members.some(({ accountId }) => accountId === accountIdOf(actor))
  const { name, kind, state, siret, rna, activity, address, email, flags } = organisation
  return {
    organisation: { name, kind, state, siret, rna, activity, address, email, flags, communeName },
    since: createdAt.toISOString(),
    members: members.map(({ firstName, lastName, isVerified }) => ({
      name: `${firstName} ${lastName}`.trim(),
      isVerified,
    })),
    isOwnMember,
    can: organisationPermissions(actor, { ...organisation, isOwnMember }),
  }
}
