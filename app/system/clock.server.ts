/** Returns the present moment; whoever needs the time receives one of these. */
export type Clock = () => Date

/** The machine's clock. */
export function systemClock(): Date {
  return new Date()
}
