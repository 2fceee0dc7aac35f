import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { describedBy, FieldErrors, FieldHelp, LabelNote } from './field-frame.tsx'
import { errorsOf, type FormState, fieldId, typedValue } from './form-state.ts'

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'inputMode' | 'list' | 'maxLength' | 'min' | 'max' | 'step' | 'pattern' | 'spellCheck'
>
type Props = Native & {
  name: string
  label: ReactNode
  help?: ReactNode
  form?: FormState
  /** Used when there is no `form`, as in a search. */
  defaultValue?: string
  type?: HTMLInputTypeAttribute
  width?: 'short' | 'tiny'
  /** A unit after the box, such as "heures". */
  suffix?: string
  optional?: boolean
  /** Communes are proposed while one types; the code of the one picked is sent under this name. */
  communeCode?: string
}

/** One line of text: label above, help under it, box, errors beside. */
export function Field({
  name,
  label,
  help,
  form,
  defaultValue,
  type = 'text',
  width,
  suffix,
  optional,
  communeCode,
  ...native
}: Props) {
  const errors = errorsOf(form, name)
  const box = (
    <input
      id={fieldId(name)}
      name={name}
      type={type}
      className={classNames('input', width)}
      defaultValue={form ? typedValue(form, name) : defaultValue}
      {...describedBy(name, { help, errors })}
      {...native}
      data-commune-code={communeCode}
    />
  )
  return (
    <div className="field">
      <label className="label" htmlFor={fieldId(name)}>
        {label}
        <LabelNote optional={optional} />
      </label>
      <FieldHelp name={name}>{help}</FieldHelp>
      <FieldErrors name={name} errors={errors} />
      {suffix ? (
        <div className="affixed">
          {box}
          <span>{suffix}</span>
        </div>
      ) : (
        box
      )}
    </div>
  )
}
