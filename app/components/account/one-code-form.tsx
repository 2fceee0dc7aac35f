import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'

type Props = { form: FormState; next: string | null; mailboxHref: string | null }

/** Six digits that were sent to somebody signed in. */
export function OneCodeForm({ form, next, mailboxHref }: Props) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      <input type="hidden" name="intent" value="code" />
      {next ? <input type="hidden" name="suite" value={next} /> : null}
      {mailboxHref ? (
        <Notice>
          En démonstration, rien ne part pour de vrai. <a href={mailboxHref}>Lisez votre code ici.</a>
        </Notice>
      ) : null}
      <Field
        name="code"
        label="Les six chiffres"
        help="Ils marchent 10 minutes, une seule fois. Vous avez cinq essais."
        form={form}
        width="short"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
      />
      <Button wide>Continuer</Button>
    </form>
  )
}
