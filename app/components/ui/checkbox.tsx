import type { ReactNode } from 'react'
import { describedBy, FieldErrors } from './field-frame.tsx'
import { errorsOf, type FormState, fieldId, typedValue } from './form-state.ts'

type Props = {
  name: string
  label: ReactNode
  help?: ReactNode
  form?: FormState
  defaultChecked?: boolean
  value?: string
}

/** One yes or no. Sends `value` ("on" by default) when ticked, nothing otherwise. */
export function Checkbox({ name, label, help, form, defaultChecked = false, value = 'on' }: Props) {
  const errors = errorsOf(form, name)
  const id = fieldId(name)
  return (
    <div className="field">
      <FieldErrors name={name} errors={errors} />
      <label className="choice" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={form ? typedValue(form, name) === value : defaultChecked}
          {...describedBy(name, { help, errors })}
        />
        <span>{label}</span>
        {help ? (
          <span className="choice-help" id={`${id}-aide`}>
            {help}
          </span>
        ) : null}
      </label>
    </div>
  )
}
