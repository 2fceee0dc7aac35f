import type { IsoDate } from '#app/domain/duration.ts'

/** A `date` column as an ISO date, and back. Prisma hands dates as UTC midnights. */
export const toIsoDate = (value: Date): IsoDate => value.toISOString().slice(0, 10)
export const fromIsoDate = (value: IsoDate): Date => new Date(`${value}T00:00:00Z`)
export const toIsoDateOrNull = (value: Date | null) => (value ? toIsoDate(value) : null)
export const fromIsoDateOrNull = (value: IsoDate | null) => (value ? fromIsoDate(value) : null)
