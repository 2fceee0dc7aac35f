import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'

/** Looking for somebody. It is sent by POST: a name or a number stays out of addresses and of their logs. */
export function PersonSearch({ form }: { form: FormState }) {
  return (
    <form method="post" action="/accueil" className="form" noValidate>
      <ErrorSummary form={form} />
      <Field
        name="text"
        label="Qui cherchez-vous ?"
        help="Un numéro, une adresse e-mail, ou un nom comme il se prononce. Exemple : Ben Ali"
        form={form}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      <Button icon="search">Chercher</Button>
    </form>
  )
}
