import joursFeries from '@socialgouv/jours-feries'
import type { IsoDate } from '#app/domain/duration.ts'

const HALF_DAY_MS = 43_200_000

// The library adds whole days to a local midnight: noon is the right day whatever the clocks did in between.
function localDay(midnight: Date): IsoDate {
  const noon = new Date(midnight.getTime() + HALF_DAY_MS)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${noon.getFullYear()}-${two(noon.getMonth() + 1)}-${two(noon.getDate())}`
}

/** The public holidays of metropolitan France (L3133-1 of the Labour Code) around an instant: its year, the one before and the one after. */
export function holidaysAround(instant: Date): ReadonlySet<IsoDate> {
  const year = instant.getUTCFullYear()
  return new Set([year - 1, year, year + 1].flatMap((y) => Object.values(joursFeries(y)).map(localDay)))
}
