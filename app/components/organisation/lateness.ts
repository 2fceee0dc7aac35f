import { countOf, formatDay } from '#app/components/ui/format.ts'

/** "Réponse promise avant le 12 juin", or how late it is. `daysLeft` is negative once the day has passed. */
export function lateness(daysLeft: number, promisedOn: string): string {
  if (daysLeft < 0) return `En retard de ${countOf(-daysLeft, 'jour')}`
  if (daysLeft === 0) return 'Réponse promise aujourd’hui'
  return daysLeft === 1 ? 'Réponse promise demain' : `Réponse promise avant le ${formatDay(promisedOn)}`
}
