import { inTransaction } from '#app/db/transaction.server.ts'
import type { Application } from '#app/domain/application.ts'
import type { Result } from '#app/domain/result.ts'
import { type ApplicationCommand, changeApplication } from './change-application.server.ts'

/** The organisation keeps the application for later. Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`. */
export const poolApplication = (command: ApplicationCommand): Promise<Result<Application>> =>
  inTransaction((tx) => changeApplication(tx, 'pool', command))
