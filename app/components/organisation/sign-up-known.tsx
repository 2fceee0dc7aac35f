import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { OwnNameFields } from './own-name-fields.tsx'

type Props = { form: FormState; number: string; canSendCode: boolean; needsName: boolean }

/** The organisation is here already: ask those who run it, or prove with its own address. Who they are is not said. */
export function SignUpKnown({ form, number, canSendCode, needsName }: Props) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      <FieldsNote />
      <Notice title="Cette structure est déjà inscrite">
        Pour y entrer, il faut l’accord de qui la gère, ou un code envoyé à l’adresse de la structure.
      </Notice>
      <input type="hidden" name="number" value={number} />
      {needsName ? <OwnNameFields form={form} /> : null}
      <Button name="intent" value="ask" wide>
        Demander à rejoindre la structure
      </Button>
      {canSendCode ? (
        <Button name="intent" value="code" look="secondary" wide>
          Recevoir un code à l’adresse de la structure
        </Button>
      ) : null}
      <p>Personne ne répond ? Appelez-nous : le numéro est à côté de « Besoin d’aide ? ».</p>
      <p>
        <a href="/inscription/structure">Ce n’est pas ma structure</a>
      </p>
    </form>
  )
}
