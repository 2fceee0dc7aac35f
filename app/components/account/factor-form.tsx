import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'

/** The code of the authenticator, or a recovery code. */
export function FactorForm({ form, next }: { form: FormState; next: string | null }) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      {next ? <input type="hidden" name="suite" value={next} /> : null}
      <Field
        name="code"
        label="Votre code"
        help="Les six chiffres de votre application d’authentification. Sans votre téléphone : un de vos codes de secours."
        form={form}
        width="short"
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={30}
      />
      <Button wide>Continuer</Button>
      <p className="small muted">
        Ni téléphone ni code de secours ? Appelez-nous : le numéro est à côté de « Besoin d’aide ? ». Une
        personne de l’administration peut remettre votre compte à zéro.
      </p>
    </form>
  )
}
