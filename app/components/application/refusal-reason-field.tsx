import { Checkbox } from '#app/components/ui/checkbox.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { REFUSAL_REASON_LABELS } from '#app/domain/application.labels.ts'
import { REFUSAL_REASONS } from '#app/domain/application.ts'

type Props = { form?: FormState; name?: string; sharedName?: string }

/** The reason of a refusal, from the closed list, and whether the person may read it. */
export function RefusalReasonField({ form, name = 'reason', sharedName = 'isReasonShared' }: Props) {
  return (
    <>
      <RadioGroup
        name={name}
        label="Pourquoi cette réponse ?"
        help="Une raison suffit."
        form={form}
        choices={REFUSAL_REASONS.map((value) => ({ value, label: REFUSAL_REASON_LABELS[value] }))}
      />
      <Checkbox
        name={sharedName}
        form={form}
        label="Dire cette raison à la personne"
        help="Savoir pourquoi l’aide pour la suite."
      />
    </>
  )
}
