import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { QrCode } from '#app/components/ui/qr-code.tsx'

type Props = { uri: string; secret: string; form: FormState; next: string | null }

/** How to tie an authenticator to the account, and its first code. */
export function FactorEnrolment({ uri, secret, form, next }: Props) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      {next ? <input type="hidden" name="suite" value={next} /> : null}
      <ol className="steps-to-follow">
        <li>
          Installez une application d’authentification sur votre téléphone, par exemple FreeOTP ou Aegis.
          Toutes conviennent.
        </li>
        <li>
          Dans l’application, ajoutez un compte : visez ce dessin avec l’appareil photo.
          <QrCode text={uri} label="Code QR à lire avec votre application d’authentification" />
          Sans appareil photo, écrivez cette clé :<code className="secret-key">{secret}</code>
        </li>
        <li>L’application montre six chiffres, qui changent toutes les 30 secondes. Écrivez-les ici.</li>
      </ol>
      <CodeField form={form} />
      <Button wide>Continuer</Button>
    </form>
  )
}

function CodeField({ form }: { form: FormState }) {
  return (
    <Field
      name="code"
      label="Les six chiffres"
      form={form}
      width="short"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
    />
  )
}
