import type { ReactNode } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { CodeField } from '#app/components/ui/code-field.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'

type Props = {
  form: FormState
  next: string | null
  mailboxHref: string | null
  submit: string
  /** What to do when the code does not come. */
  children?: ReactNode
}

/** Six digits that were sent to somebody, and where to go then. */
export function CodeForm({ form, next, mailboxHref, submit, children }: Props) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      {next ? <input type="hidden" name="suite" value={next} /> : null}
      {mailboxHref ? (
        <Notice>
          En démonstration, rien ne part pour de vrai. <a href={mailboxHref}>Lisez votre code ici.</a>
        </Notice>
      ) : null}
      <CodeField form={form} />
      <Button wide>{submit}</Button>
      {children}
    </form>
  )
}
