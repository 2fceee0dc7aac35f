/** A week in quarter-days: seven days by four moments, such as `mon_morning`. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const MOMENTS = ['morning', 'afternoon', 'evening', 'night'] as const
export type Day = (typeof DAYS)[number]
export type Moment = (typeof MOMENTS)[number]
export type Slot = `${Day}_${Moment}`

export const SLOTS: readonly Slot[] = DAYS.flatMap((day) => MOMENTS.map((moment): Slot => `${day}_${moment}`))

export const DAY_LABELS: Record<Day, string> = {
  mon: 'lundi',
  tue: 'mardi',
  wed: 'mercredi',
  thu: 'jeudi',
  fri: 'vendredi',
  sat: 'samedi',
  sun: 'dimanche',
}
export const MOMENT_LABELS: Record<Moment, string> = {
  morning: 'matin',
  afternoon: 'après-midi',
  evening: 'soir',
  night: 'nuit',
}

/** True when the text names a slot of the week. */
export const isSlot = (text: string): text is Slot => (SLOTS as readonly string[]).includes(text)

/** The days and moments in words: "lundi (matin, soir), mardi (nuit)"; empty when there are none. */
export const slotsText = (slots: readonly Slot[]): string =>
  DAYS.flatMap((day) => {
    const moments = MOMENTS.filter((moment) => slots.includes(`${day}_${moment}`))
    return moments.length > 0
      ? [`${DAY_LABELS[day]} (${moments.map((moment) => MOMENT_LABELS[moment]).join(', ')})`]
      : []
  }).join(', ')
