import type { Occupation } from './occupation.ts'
import { type OfferFormValues, sameAnswer } from './offer.form-values.ts'
import type { OfferKind } from './offer.ts'
import { usualAnswers } from './offer.usual.ts'

type Named = Pick<Occupation, 'romeCode' | 'label' | 'plainLabel'>
type Asked = {
  kind: OfferKind
  /** What the form holds now, and what it held before anybody wrote in it. */
  values: OfferFormValues
  start: OfferFormValues
  /** The occupation chosen, and the one for which answers were proposed before. */
  occupation: Named | null
  previous: Named | null
}

const usualOf = (kind: OfferKind, occupation: Named | null): OfferFormValues =>
  occupation ? usualAnswers(kind, occupation) : {}

/**
 * The form with the usual answers of the occupation chosen. Only a field left as it began, or as it was proposed for the
 * occupation chosen before, changes: what somebody wrote stays. Asked twice for one occupation, changes nothing.
 */
export function proposeAnswers({ kind, values, start, occupation, previous }: Asked): OfferFormValues {
  if (occupation?.romeCode === previous?.romeCode) return values
  const [usual, before] = [usualOf(kind, occupation), usualOf(kind, previous)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(usual)])]
  const isFree = (name: string) =>
    sameAnswer(values[name], start[name]) ||
    (before[name] !== undefined && sameAnswer(values[name], before[name]))
  const changed = names.filter(isFree).map((name) => [name, usual[name] ?? start[name] ?? ''])
  return { ...values, ...Object.fromEntries(changed) }
}

/** The names of the fields that hold what was proposed for this occupation, in the order of the form's rules. */
export const proposedNames = ({ kind, values, start, occupation }: Omit<Asked, 'previous'>): string[] =>
  Object.entries(usualOf(kind, occupation))
    .filter(([name, usual]) => sameAnswer(values[name], usual) && !sameAnswer(start[name], usual))
    .map(([name]) => name)
