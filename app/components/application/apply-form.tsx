import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { formatDay } from '#app/components/ui/format.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { MAX_SENTENCE } from '#app/domain/application.apply.ts'

/** One gesture, and a sentence for those who want. `promisedOn` is an ISO date. */
export function ApplyForm({ form, promisedOn }: { form: FormState; promisedOn: string }) {
  return (
    <form method="post" className="form">
      <ErrorSummary form={form} labels={{ sentence: 'Votre phrase' }} />
      <TextArea
        name="sentence"
        label="Une phrase pour vous présenter"
        help={`Ce que vous savez faire, ou pourquoi cette offre vous plaît. ${MAX_SENTENCE} caractères au plus.`}
        form={form}
        rows={4}
        optional
      />
      <p className="muted">
        La structure verra votre nom et de quoi vous joindre. Elle promet une réponse avant le{' '}
        {formatDay(promisedOn)}.
      </p>
      <ActionBar sticky>
        <Button icon="check" wide>
          Je postule
        </Button>
      </ActionBar>
    </form>
  )
}
