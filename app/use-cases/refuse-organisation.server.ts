import { inTransaction } from '#app/db/transaction.server.ts'
import type { Result } from '#app/domain/result.ts'
import { decideOrganisation, type OrganisationCommand } from './decide-organisation.server.ts'

/**
 * An officer does not let an organisation in, and says why: it is closed, and whoever signed it up no longer wears its hat.
 * Refusals: `not_found`, `forbidden`, `transition_impossible`.
 */
export const refuseOrganisation = (
  command: OrganisationCommand & { reason: string },
): Promise<Result<null>> =>
  inTransaction((tx) => decideOrganisation(tx, { action: 'refused', reason: command.reason }, command))
