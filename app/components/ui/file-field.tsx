import type { ReactNode } from 'react'
import { describedBy, FieldErrors, FieldHelp } from './field-frame.tsx'
import { errorsOf, type FormState, fieldId } from './form-state.ts'

type Props = { name: string; label: ReactNode; help?: ReactNode; accept: string; form: FormState }

/** A file chosen on the device. The form it stands in sends `multipart/form-data`. */
export function FileField({ name, label, help, accept, form }: Props) {
  const errors = errorsOf(form, name)
  return (
    <div className="field">
      <label className="label" htmlFor={fieldId(name)}>
        {label}
      </label>
      <FieldHelp name={name}>{help}</FieldHelp>
      <FieldErrors name={name} errors={errors} />
      <input
        id={fieldId(name)}
        name={name}
        type="file"
        accept={accept}
        className="input"
        {...describedBy(name, { help, errors })}
      />
    </div>
  )
}
