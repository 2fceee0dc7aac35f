import type { ReactNode } from 'react'
import { DAY_LABELS, DAYS, MOMENT_LABELS, MOMENTS } from '#app/domain/schedule.ts'
import { describedBy, FieldErrors, FieldHelp, LabelNote } from './field-frame.tsx'
import { errorsOf, type FormState, fieldId, typedValues } from './form-state.ts'

type Props = {
  name: string
  label: ReactNode
  help?: ReactNode
  form?: FormState
  defaultValues?: string[]
  optional?: boolean
}

/** A week of days and moments to tick; sends slots such as `mon_morning`. */
export function SlotGrid({ name, label, help, form, defaultValues = [], optional }: Props) {
  const errors = errorsOf(form, name)
  const chosen = form ? typedValues(form, name) : defaultValues
  return (
    <fieldset className="field" aria-describedby={describedBy(name, { help, errors })['aria-describedby']}>
      <legend className="label">
        {label}
        <LabelNote optional={optional} />
      </legend>
      <FieldHelp name={name}>{help}</FieldHelp>
      <FieldErrors name={name} errors={errors} />
      <div className="slots-wrap">
        <table className="slots">
          <thead>
            <tr>
              <td />
              {MOMENTS.map((moment) => (
                <th key={moment} scope="col">
                  {MOMENT_LABELS[moment]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DAYS.map((day, row) => (
              <tr key={day}>
                <th scope="row">{DAY_LABELS[day]}</th>
                {MOMENTS.map((moment, column) => {
                  const slot = `${day}_${moment}`
                  const isFirst = row === 0 && column === 0
                  return (
                    <td key={moment}>
                      <label className="slot">
                        <input
                          type="checkbox"
                          id={isFirst ? fieldId(name) : undefined}
                          name={name}
                          value={slot}
                          defaultChecked={chosen.includes(slot)}
                        />
                        <span className="visually-hidden">
                          {DAY_LABELS[day]} {MOMENT_LABELS[moment]}
                        </span>
                      </label>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
