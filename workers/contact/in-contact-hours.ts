import { isContactHour } from '#app/domain/contact.policy.ts'
import type { WorkerContext } from '#workers/context.ts'
import { holidaysAround } from './holidays.ts'

/** Does what writes to people only within the hours of contact; else leaves it to the next look. */
export async function inContactHours(
  { clock }: WorkerContext,
  work: (now: Date) => Promise<unknown>,
): Promise<void> {
  const now = clock()
  if (isContactHour(now, holidaysAround(now))) await work(now)
}
