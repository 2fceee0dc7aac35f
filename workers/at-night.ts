import { parisHourOf } from '#app/domain/paris-time.ts'
import type { WorkerContext } from './context.ts'

/** Hours on a clock in Paris at which hardly anybody is on the platform, and its rows are not being matched again. */
const NIGHT = { opens: 0, closes: 2 } as const

/** Does upkeep in the first hours of the night; else leaves it to the next look. What a night leaves, the next one does. */
export async function atNight(
  { clock }: Pick<WorkerContext, 'clock'>,
  work: (now: Date) => Promise<unknown>,
): Promise<void> {
  const now = clock()
  const hour = parisHourOf(now)
  if (hour >= NIGHT.opens && hour < NIGHT.closes) await work(now)
}
