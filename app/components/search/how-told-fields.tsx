import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { CHANNEL_LABELS } from '#app/domain/account.labels.ts'

export type Ways = { phone: string | null; email: string | null }

/** How often and by which way a person wants to be told of new offers. */
export function HowToldFields({ form, ways: { phone, email } }: { form: FormState; ways: Ways }) {
  return (
    <>
      <FieldsNote />
      <RadioGroup
        name="rhythm"
        label="Nous vous écrivons"
        form={form}
        look="boxed"
        choices={[
          { value: 'daily', label: 'Chaque jour, s’il y a du nouveau' },
          { value: 'weekly', label: 'Chaque semaine, s’il y a du nouveau' },
        ]}
      />
      <RadioGroup
        name="channel"
        label="Par quel moyen"
        form={form}
        look="boxed"
        choices={[
          ...(phone ? [{ value: 'sms', label: CHANNEL_LABELS.sms, help: `Au ${phone}` }] : []),
          ...(email ? [{ value: 'email', label: CHANNEL_LABELS.email, help: `À ${email}` }] : []),
        ]}
      />
    </>
  )
}
