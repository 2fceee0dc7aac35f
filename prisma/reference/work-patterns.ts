import type { Contract } from '#app/domain/offer.ts'
import { DAYS, type Day, type Moment, type Slot } from '#app/domain/schedule.ts'

/** One way of working in a trade. Hours are those of a week; `pay` is gross, as written in the offer. */
export type WorkPattern = { hoursPerWeek: number; slots: Slot[]; hours: string; share: number }

/** How a trade of employers hires: its contracts, its weeks and its pay. */
export type HiringHabit = {
  contracts: { contract: Contract; share: number }[]
  patterns: WorkPattern[]
  pay: string[]
}

const WEEKDAYS = DAYS.slice(0, 5)
const week = (days: readonly Day[], moments: readonly Moment[]): Slot[] =>
  days.flatMap((day) => moments.map((moment): Slot => `${day}_${moment}`))

const dayWork: WorkPattern = {
  hoursPerWeek: 35,
  slots: week(WEEKDAYS, ['morning', 'afternoon']),
  hours: 'du lundi au vendredi, en journée',
  share: 6,
}
const longDayWork: WorkPattern = {
  ...dayWork,
  hoursPerWeek: 39,
  hours: 'du lundi au vendredi, 39 h par semaine',
  share: 4,
}
const earlyShift: WorkPattern = {
  hoursPerWeek: 35,
  slots: week(WEEKDAYS, ['morning', 'afternoon', 'evening']),
  hours: 'en 2×8 : une semaine le matin, une semaine l’après-midi',
  share: 5,
}
const nightShift: WorkPattern = {
  hoursPerWeek: 35,
  slots: week(WEEKDAYS, ['night']),
  hours: 'de nuit, du lundi au vendredi, avec une majoration',
  share: 2,
}
const saturdays: WorkPattern = {
  hoursPerWeek: 30,
  slots: week(['tue', 'wed', 'thu', 'fri', 'sat'], ['morning', 'afternoon']),
  hours: 'du mardi au samedi, avec un planning connu deux semaines avant',
  share: 5,
}
const splitShift: WorkPattern = {
  hoursPerWeek: 35,
  slots: week(['tue', 'wed', 'thu', 'fri', 'sat'], ['morning', 'evening']),
  hours: 'en coupure, midi et soir, avec deux jours de repos qui se suivent',
  share: 5,
}
const lunchOnly: WorkPattern = {
  hoursPerWeek: 20,
  slots: week(['mon', 'tue', 'thu', 'fri'], ['morning', 'afternoon']),
  hours: 'de 9 h à 14 h les jours d’école',
  share: 4,
}
const earlyMorning: WorkPattern = {
  hoursPerWeek: 20,
  slots: week(WEEKDAYS, ['morning']),
  hours: 'le matin, de 5 h 30 à 9 h 30, du lundi au vendredi',
  share: 4,
}
const afterHours: WorkPattern = {
  hoursPerWeek: 15,
  slots: week(WEEKDAYS, ['evening']),
  hours: 'le soir, de 17 h 30 à 20 h 30, du lundi au vendredi',
  share: 3,
}
const homeCare: WorkPattern = {
  hoursPerWeek: 28,
  slots: week([...WEEKDAYS, 'sat'], ['morning', 'afternoon']),
  hours: 'en journée, un samedi sur deux',
  share: 5,
}
const careShift: WorkPattern = {
  hoursPerWeek: 35,
  slots: week(DAYS, ['morning', 'afternoon', 'evening']),
  hours: 'en horaires tournants, un week-end sur deux',
  share: 4,
}

const habit = (
  contracts: Partial<Record<Contract, number>>,
  patterns: WorkPattern[],
  pay: string[],
): HiringHabit => ({
  contracts: Object.entries(contracts).map(([contract, share]) => ({
    contract: contract as Contract,
    share,
  })),
  patterns,
  pay,
})

const MINIMUM = '12,02 € brut de l’heure'

/** The habit of each employer family. */
export const hiringHabits: Record<string, HiringHabit> = {
  vineyard: habit(
    { cdi: 3, cdd: 6, apprentissage: 1 },
    [dayWork, longDayWork],
    ['12,40 € brut de l’heure', '12,75 € brut de l’heure'],
  ),
  farm: habit(
    { cdi: 3, cdd: 6, apprentissage: 1 },
    [dayWork, longDayWork],
    [MINIMUM, '12,30 € brut de l’heure'],
  ),
  landscape: habit(
    { cdi: 3, cdd: 4, cddi: 2, apprentissage: 1 },
    [dayWork],
    [MINIMUM, '12,20 € brut de l’heure'],
  ),
  restaurant: habit(
    { cdi: 5, cdd: 4, apprentissage: 1 },
    [splitShift, saturdays],
    [MINIMUM, '12,50 € brut de l’heure, repas compris'],
  ),
  hotel: habit({ cdi: 4, cdd: 6 }, [saturdays, earlyMorning], [MINIMUM, '12,10 € brut de l’heure']),
  canteen: habit({ cdd: 6, cdi: 2, pec_cae: 2 }, [lunchOnly, dayWork], [MINIMUM]),
  shop: habit(
    { cdi: 5, cdd: 4, apprentissage: 1 },
    [saturdays, dayWork],
    [MINIMUM, '12,15 € brut de l’heure'],
  ),
  building: habit(
    { cdi: 5, cdd: 2, interim: 3, apprentissage: 1 },
    [dayWork, longDayWork],
    [
      '12,40 € brut de l’heure',
      '13 € brut de l’heure, paniers et trajets',
      '14 € brut de l’heure selon expérience',
    ],
  ),
  factory: habit(
    { interim: 5, cdd: 3, cdi: 3 },
    [earlyShift, dayWork, nightShift],
    [MINIMUM, '12,40 € brut de l’heure et prime d’équipe', '12,90 € brut de l’heure'],
  ),
  garage: habit(
    { cdi: 7, cdd: 2, apprentissage: 2 },
    [longDayWork, saturdays],
    ['12,60 € brut de l’heure', '13,50 € brut de l’heure selon expérience'],
  ),
  care: habit(
    { cdi: 6, cdd: 4 },
    [homeCare, careShift],
    ['12,25 € brut de l’heure, kilomètres payés', '12,60 € brut de l’heure'],
  ),
  cleaning: habit(
    { cdi: 5, cdd: 3, cddi: 2 },
    [earlyMorning, afterHours, dayWork],
    ['12,18 € brut de l’heure', MINIMUM],
  ),
  logistics: habit(
    { interim: 5, cdi: 3, cdd: 3 },
    [earlyShift, dayWork, nightShift],
    [MINIMUM, '12,35 € brut de l’heure et panier'],
  ),
  office: habit(
    { cdd: 5, cdi: 4, pec_cae: 1 },
    [dayWork],
    ['1 850 € brut par mois', '1 950 € brut par mois'],
  ),
}
