import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { describedBy, FieldErrors, FieldHelp, LabelNote } from './field-frame.tsx'
import { errorsOf, type FormState, fieldId, typedValues } from './form-state.ts'

export type Choice = { value: string; label: ReactNode; help?: ReactNode; count?: number }
export type ChoiceGroupProps = {
  name: string
  label: ReactNode
  choices: Choice[]
  help?: ReactNode
  form?: FormState
  /** The chosen values when there is no `form`. */
  defaultValues?: string[]
  look?: 'plain' | 'boxed' | 'inline'
  optional?: boolean
}

/** Radios or check boxes under one question. The first one carries the field's id, so that the summary can lead to it. */
export function ChoiceGroup({
  type,
  name,
  label,
  choices,
  help,
  form,
  defaultValues = [],
  look = 'plain',
  optional,
}: ChoiceGroupProps & { type: 'radio' | 'checkbox' }) {
  const errors = errorsOf(form, name)
  const chosen = form ? typedValues(form, name) : defaultValues
  const { 'aria-describedby': description, 'aria-invalid': invalid } = describedBy(name, { help, errors })
  return (
    <fieldset className="field" aria-describedby={description}>
      <legend className="label">
        {label}
        <LabelNote optional={optional} />
      </legend>
      <FieldHelp name={name}>{help}</FieldHelp>
      <FieldErrors name={name} errors={errors} />
      <div className={classNames('choices', look !== 'plain' && look)}>
        {choices.map((choice, index) => {
          const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`
          return (
            <label className="choice" key={choice.value} htmlFor={id}>
              <input
                id={id}
                type={type}
                name={name}
                value={choice.value}
                defaultChecked={chosen.includes(choice.value)}
                aria-invalid={invalid}
              />
              <span>
                {choice.label}
                {choice.count === undefined ? null : <span className="choice-count"> ({choice.count})</span>}
              </span>
              {choice.help ? <span className="choice-help">{choice.help}</span> : null}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
