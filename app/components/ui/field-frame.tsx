import type { ReactNode } from 'react'
import { fieldId } from './form-state.ts'
import { Icon } from './icon.tsx'

/** The attributes that tie a control to its help and its errors. */
export function describedBy(name: string, { help, errors }: { help?: ReactNode; errors: string[] }) {
  const id = fieldId(name)
  const ids = [help ? `${id}-aide` : null, errors.length > 0 ? `${id}-erreur` : null].filter(Boolean)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': errors.length > 0 ? (true as const) : undefined,
  }
}

/** "(facultatif)" beside the label of what may stay empty. */
export function LabelNote({ optional }: { optional?: boolean }) {
  return optional ? <span className="label-note"> (facultatif)</span> : null
}

/** Help under the label. */
export function FieldHelp({ name, children }: { name: string; children?: ReactNode }) {
  return children ? (
    <p className="help" id={`${fieldId(name)}-aide`}>
      {children}
    </p>
  ) : null
}

/** What to put right, in words. */
export function FieldErrors({ name, errors }: { name: string; errors: string[] }) {
  if (errors.length === 0) return null
  return (
    <div id={`${fieldId(name)}-erreur`}>
      {errors.map((error) => (
        <p className="field-error" key={error}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      ))}
    </div>
  )
}
