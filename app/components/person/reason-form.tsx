import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { MAX_READING_REASON } from '#app/domain/reading-reason.schema.ts'

/** Why somebody who does not follow a person reads her or his file. */
export function ReasonForm({ form }: { form: FormState }) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      <Field
        name="reason"
        label="Pourquoi ouvrez-vous cette fiche ?"
        help="Exemple : « Elle m’a appelé ce matin pour son rendez-vous. »"
        form={form}
        maxLength={MAX_READING_REASON}
      />
      <Button>Ouvrir la fiche</Button>
    </form>
  )
}
