import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { formatDay } from '#app/components/ui/format.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { MAX_SENTENCE } from '#app/domain/application.apply.ts'
import { WANTED_KINDS, type WantedKind } from '#app/domain/application.ts'

const KINDS: Record<WantedKind, string> = {
  job: 'Un emploi',
  seasonal: 'Une saison',
  volunteering: 'Du bénévolat',
}

/** Applying to an organisation without any offer: one gesture, and more for those who want. `promisedOn` is an ISO date. */
export function ProposeForm({ form, promisedOn }: { form: FormState; promisedOn: string }) {
  return (
    <form method="post" className="form">
      <ErrorSummary form={form} labels={{ sentence: 'Votre phrase', wantedKind: 'Ce que vous cherchez' }} />
      <RadioGroup
        name="wantedKind"
        label="Ce que vous cherchez"
        form={form}
        choices={WANTED_KINDS.map((value) => ({ value, label: KINDS[value] }))}
        optional
      />
      <TextArea
        name="sentence"
        label="Une phrase pour vous présenter"
        help={`Ce que vous savez faire, ou pourquoi cette structure. ${MAX_SENTENCE} caractères au plus.`}
        form={form}
        rows={4}
        optional
      />
      <p className="muted">
        La structure verra votre nom et de quoi vous joindre. Réponse promise avant le {formatDay(promisedOn)}
        .
      </p>
      <ActionBar sticky>
        <Button icon="check" wide>
          Je me propose
        </Button>
      </ActionBar>
    </form>
  )
}
