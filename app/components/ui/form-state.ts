/** What a form shows again after a refusal: everything typed, and the sentences to show, by field name. */
export type FormState = {
  values: Record<string, string | string[]>
  errors: Record<string, string[]>
  formErrors: string[]
}

/** A form before anything was typed, or filled in from a row. */
export const emptyForm = (values: FormState['values'] = {}): FormState => ({
  values,
  errors: {},
  formErrors: [],
})

/** The id of a field's first control: what labels, help, errors and the summary point at. */
export const fieldId = (name: string): string => `champ-${name.replace(/[^\w-]+/g, '-')}`

/** The one text typed in a field, empty when there is none. */
export function typedValue(form: FormState | undefined, name: string): string {
  const value = form?.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The texts chosen in a field of several. */
export function typedValues(form: FormState | undefined, name: string): string[] {
  const value = form?.values[name]
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** The sentences to show beside a field. */
export const errorsOf = (form: FormState | undefined, name: string): string[] => form?.errors[name] ?? []

/** True when something has to be put right. */
export const hasErrors = (form: FormState): boolean =>
  form.formErrors.length > 0 || Object.values(form.errors).some((messages) => messages.length > 0)
