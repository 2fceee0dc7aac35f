import { formatDayFrom } from '#app/components/ui/format.ts'

/** From when somebody is free, as of `today` (both ISO dates): "tout de suite", "à partir du 3 juin". */
export const freeFrom = (availableFrom: string | null, today: string): string =>
  availableFrom && availableFrom > today
    ? `à partir du ${formatDayFrom(today, availableFrom)}`
    : 'tout de suite'
