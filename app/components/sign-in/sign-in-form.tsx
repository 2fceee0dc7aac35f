import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { type FormState, typedValue } from '#app/components/ui/form-state.ts'

/** One question: how to reach the person. */
export function SignInForm({ form, next }: { form: FormState; next: string | null }) {
  const suite = next ?? typedValue(form, 'suite')
  return (
    <form method="post" action="/connexion" className="form" noValidate>
      <ErrorSummary form={form} />
      {suite ? <input type="hidden" name="suite" value={suite} /> : null}
      <Field
        name="contact"
        label="Votre numéro de téléphone ou votre adresse e-mail"
        help="Exemples : 06 39 98 00 01, ou prenom.nom@exemple.fr"
        form={form}
        autoComplete="username"
        spellCheck={false}
        maxLength={200}
      />
      <Button wide>Recevoir mon code</Button>
      {suite.startsWith('/inscription') ? null : (
        <p className="small muted">
          Pas encore de compte ? C’est le même chemin : <a href="/inscription">créer mon compte</a>.
        </p>
      )}
    </form>
  )
}
