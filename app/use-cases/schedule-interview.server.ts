import { inTransaction } from '#app/db/transaction.server.ts'
import type { Application } from '#app/domain/application.ts'
import type { Result } from '#app/domain/result.ts'
import { type ApplicationCommand, changeApplication } from './change-application.server.ts'

/**
 * The organisation offers an interview, at a moment ahead or, when `interviewAt` is null, one to fix by telephone. Done
 * again it moves the interview. Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`,
 * `invalid_input` on `interviewAt`.
 */
export const scheduleInterview = (
  command: ApplicationCommand & { interviewAt: Date | null },
): Promise<Result<Application>> => inTransaction((tx) => changeApplication(tx, 'interview', command))
