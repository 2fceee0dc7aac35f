import { inTransaction } from '#app/db/transaction.server.ts'
import type { Result } from '#app/domain/result.ts'
import { decideOrganisation, type OrganisationCommand } from './decide-organisation.server.ts'

/** An officer verifies an organisation: its offers publish at once. Refusals: `not_found`, `forbidden`, `transition_impossible`. */
export const verifyOrganisation = (command: OrganisationCommand): Promise<Result<null>> =>
  inTransaction((tx) => decideOrganisation(tx, { action: 'verified', reason: null }, command))
