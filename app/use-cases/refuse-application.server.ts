import { inTransaction } from '#app/db/transaction.server.ts'
import type { Application } from '#app/domain/application.ts'
import type { Result } from '#app/domain/result.ts'
import { type ApplicationCommand, changeApplication } from './change-application.server.ts'

/**
 * The organisation says no, with a reason of the closed list, told to the person or not. Refusals: `not_found`,
 * `forbidden`, `transition_impossible`, `stale_version`, `reason_required`.
 */
export const refuseApplication = (
  command: ApplicationCommand & { reason: string | null; isReasonShared: boolean },
): Promise<Result<Application>> => inTransaction((tx) => changeApplication(tx, 'refuse', command))
