import type { ReactNode } from 'react'
import { describedBy, FieldErrors, FieldHelp, LabelNote } from './field-frame.tsx'
import { errorsOf, type FormState, fieldId, typedValue } from './form-state.ts'

export type Option = { value: string; label: string }
type Props = {
  name: string
  label: ReactNode
  options: Option[]
  help?: ReactNode
  form?: FormState
  defaultValue?: string
  /** The line shown when nothing is chosen; its value is empty. */
  placeholder?: string
  optional?: boolean
}

/** One choice among many. */
export function Select({ name, label, options, help, form, defaultValue, placeholder, optional }: Props) {
  const errors = errorsOf(form, name)
  return (
    <div className="field">
      <label className="label" htmlFor={fieldId(name)}>
        {label}
        <LabelNote optional={optional} />
      </label>
      <FieldHelp name={name}>{help}</FieldHelp>
      <FieldErrors name={name} errors={errors} />
      <select
        id={fieldId(name)}
        name={name}
        className="input"
        defaultValue={form ? typedValue(form, name) : defaultValue}
        {...describedBy(name, { help, errors })}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
