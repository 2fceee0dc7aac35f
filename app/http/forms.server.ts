import type { z } from 'zod'
import { frenchIssue } from './french-issue.server.ts'

/** What a browser sent: a text for each field, several for a field chosen several times. */
export type RawForm = Record<string, string | string[]>

/** What a form shows again after a refusal; the pages know it under the same name in `app/components/ui/form-state.ts`. */
export type FormState = { values: RawForm; errors: Record<string, string[]>; formErrors: string[] }

const MAX_FIELDS = 400
const MAX_CHARACTERS = 100_000

const unusable = (status: 400 | 413, message: string) => Response.json({ message }, { status })

const cleaned = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n')

/**
 * The fields of a form as texts, without NUL characters, lines ended by "\n"; files are left out.
 * Throws a 400 answer when it cannot be read, 413 beyond 400 values or 100,000 characters in one.
 */
export async function readForm(request: Request): Promise<RawForm> {
  const form = await request.formData().catch(() => {
    throw unusable(400, 'Votre envoi n’a pas pu être lu. Revenez en arrière, puis recommencez.')
  })
  const fields = new Map<string, string[]>()
  let count = 0
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    if (++count > MAX_FIELDS || value.length > MAX_CHARACTERS)
      throw unusable(413, 'Votre envoi est trop long. Revenez en arrière et raccourcissez votre texte.')
    fields.set(name, [...(fields.get(name) ?? []), cleaned(value)])
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

/** One text of a form, the first when there are several, empty when there is none. */
export function textOf(raw: RawForm, name: string): string {
  const value = raw[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The texts of a field chosen any number of times. */
export function textsOf(raw: RawForm, name: string): string[] {
  const value = raw[name]
  return value === undefined ? [] : [value].flat()
}

/** The names on an issue's path, without the places in lists: the name of the field in the form. */
const fieldOf = (path: readonly PropertyKey[]) => path.filter((part) => typeof part === 'string').join('.')

/** Reads a form with a schema: the value, or the form to show again with French sentences beside the fields. */
export function parseForm<T extends z.ZodType>(
  schema: T,
  raw: RawForm,
): { ok: true; value: z.output<T> } | { ok: false; state: FormState } {
  const parsed = schema.safeParse(raw, { error: frenchIssue })
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string[]> = {}
  const formErrors: string[] = []
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOf(path)
    const said = field ? (errors[field] ?? []) : formErrors
    if (said.includes(message)) continue
    if (field) errors[field] = [...said, message]
    else formErrors.push(message)
  }
  return { ok: false, state: { values: raw, errors, formErrors } }
}
