import type { ReactNode } from 'react'
import { describedBy, FieldErrors, FieldHelp, LabelNote } from './field-frame.tsx'
import { errorsOf, type FormState, fieldId, typedValue } from './form-state.ts'

type Props = {
  name: string
  label: ReactNode
  help?: ReactNode
  form?: FormState
  defaultValue?: string
  rows?: number
  maxLength?: number
  optional?: boolean
}

/** Several lines of text. */
export function TextArea({ name, label, help, form, defaultValue, rows = 6, maxLength, optional }: Props) {
  const errors = errorsOf(form, name)
  return (
    <div className="field">
      <label className="label" htmlFor={fieldId(name)}>
        {label}
        <LabelNote optional={optional} />
      </label>
      <FieldHelp name={name}>{help}</FieldHelp>
      <FieldErrors name={name} errors={errors} />
      <textarea
        id={fieldId(name)}
        name={name}
        rows={rows}
        maxLength={maxLength}
        className="input"
        defaultValue={form ? typedValue(form, name) : defaultValue}
        {...describedBy(name, { help, errors })}
      />
    </div>
  )
}
