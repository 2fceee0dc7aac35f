import { type FormState, fieldId, hasErrors } from './form-state.ts'
import { countOf } from './format.ts'

type Props = {
  form: FormState
  /** The label of each field by its name, said before its sentence. */
  labels?: Record<string, string>
}

/** On top of a refused form: each sentence leads to its field. Nothing when all is well. */
export function ErrorSummary({ form, labels = {} }: Props) {
  if (!hasErrors(form)) return null
  const lines = Object.entries(form.errors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  )
  const count = lines.length + form.formErrors.length
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="erreurs">
      <h2>{count === 1 ? 'Une chose est à corriger' : `${countOf(count, 'chose')} sont à corriger`}</h2>
      {form.formErrors.map((message) => (
        <p key={message}>{message}</p>
      ))}
      <ul className="stack-tight">
        {lines.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            <a href={`#${fieldId(name)}`}>{labels[name] ? `${labels[name]} : ${message}` : message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
