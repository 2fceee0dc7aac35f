import { USUAL_LICENCES } from './licence.ts'
import { contentOf } from './offer.draft.ts'
import type { OfferContent } from './offer.ts'

export type OfferFormValues = Record<string, string | string[]>

const decimal = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

const typed = (value: unknown): string | string[] => {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'boolean') return value ? 'on' : ''
  return typeof value === 'number' ? decimal(value) : String(value ?? '')
}

/** An offer as its form shows it: texts by field name, the commune as it is read ("Laon (02000)"). */
export function formValuesOf(content: OfferContent, communeText: string): OfferFormValues {
  const { details, communeCode, licences, ...common } = contentOf(content)
  const { kind: _, ...own } = details
  const fields = Object.entries({ ...common, ...own }).map(([name, value]) => [name, typed(value)])
  return {
    ...Object.fromEntries(fields),
    licences: licences.filter((code) => USUAL_LICENCES.includes(code)),
    certificates: licences.filter((code) => !USUAL_LICENCES.includes(code)),
    commune: communeText,
    communeCode,
  }
}

/** True when two fields say the same: in any order, blanks aside. */
export const sameAnswer = (a: string | string[] | undefined, b: string | string[] | undefined): boolean => {
  const list = (value: typeof a) =>
    [value ?? '']
      .flat()
      .map((text) => text.replace(/\r\n/g, '\n').trim())
      .filter((text) => text !== '')
      .sort()
      .join('\n')
  return list(a) === list(b)
}

/** The names of the fields in which two forms differ, in the order of the first. */
export const differingFields = (present: OfferFormValues, written: OfferFormValues): string[] =>
  Object.keys(present).filter((name) => name !== 'communeCode' && !sameAnswer(present[name], written[name]))
