import type { Slice } from '#app/db/rematch-slices.server.ts'
import type { JobToAdd } from '#workers/jobs.ts'

/** The job of a slice. Its id names the night, the territory, the step and the slice, so that several workers add it once. */
export const sliceJob = ({ id, night, territoryId, step, number }: Slice): JobToAdd => ({
  name: 'rematch-slice',
  data: { sliceId: id },
  id: `rematch-${night}-${territoryId}-${step}-${number}`,
})
