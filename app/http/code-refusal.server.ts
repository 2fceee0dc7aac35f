import { data } from '@remix-run/node'
import type { Refusal } from '#app/domain/errors.ts'
import type { FormState } from './forms.server.ts'
import { messageOf, statusOf } from './respond.server.ts'

/** The answer of a form of one code that is refused: its sentence beside the field, and the box empty again. */
export function besideCode({ code, fields }: Refusal) {
  const errors = Object.keys(fields).length > 0 ? fields : { code: [messageOf(code)] }
  const state: FormState = { values: {}, errors, formErrors: [] }
  return data(state, { status: statusOf(code) })
}
