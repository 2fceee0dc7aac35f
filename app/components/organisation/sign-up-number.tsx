import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'

/** The first question to an organisation: its number. */
export function SignUpNumber({ form }: { form: FormState }) {
  return (
    <form method="post" action="/inscription/structure" className="form" noValidate>
      <ErrorSummary form={form} />
      <input type="hidden" name="intent" value="look" />
      <Field
        name="number"
        label="Votre numéro SIRET, ou RNA pour une association"
        help="SIRET : 14 chiffres, sur vos factures. RNA : la lettre W et 9 chiffres."
        form={form}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
      />
      <Button wide>Continuer</Button>
      <p>
        <a href="/inscription/structure?sans-numero">Je n’ai ni SIRET ni numéro RNA</a>
      </p>
    </form>
  )
}
