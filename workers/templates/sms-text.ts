import type { CommonFacts } from './facts.ts'
import { cutTo, septets, toGsm7 } from './gsm7.ts'

/** What fits in one SMS. */
export const SMS_SEPTETS = 160

/**
 * A GSM-7 text of one segment: `build` puts the values into their sentence, and values too long are cut with "...".
 * What is left of the segment is shared evenly; a short value leaves its part to the others.
 * A cut that ends a sentence takes its full stop.
 */
export function fitSms(build: (...values: string[]) => string, ...values: string[]): string {
  const plain = values.map(toGsm7)
  let room = SMS_SEPTETS - septets(toGsm7(build(...plain.map(() => 'x')))) + plain.length
  const shortestFirst = plain
    .map((value, index) => ({ value, index }))
    .sort((a, b) => septets(a.value) - septets(b.value))
  const fitted = [...plain]
  shortestFirst.forEach(({ value, index }, rank) => {
    const part = Math.floor(room / (shortestFirst.length - rank))
    fitted[index] = cutTo(value, part)
    room -= septets(fitted[index] ?? '')
  })
  return toGsm7(build(...fitted)).replace(/\.{4,}/g, '...')
}

/** The end of an SMS that answers an act of the person: help, and the way out. */
export const helpAndStop = ({ helpPhone }: CommonFacts): string => `Aide ou stop : ${helpPhone}`
