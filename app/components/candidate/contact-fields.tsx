import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Icon, type IconName } from '#app/components/ui/icon.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { CHANNEL_LABELS } from '#app/domain/account.labels.ts'
import type { Channel } from '#app/domain/account.ts'
import { MAX_MONTHLY_SOLICITATIONS } from '#app/domain/contact.decide.ts'

const COUNTS = Array.from({ length: MAX_MONTHLY_SOLICITATIONS + 1 }, (_, count) => ({
  value: String(count),
  label: count === 0 ? 'Aucune' : count === 1 ? '1 offre par mois' : `${count} offres par mois`,
}))

const choice = (value: Channel, icon: IconName, help: string) => ({
  value,
  help,
  label: (
    <span className="with-icon">
      <Icon name={icon} size={28} /> {CHANNEL_LABELS[value]}
    </span>
  ),
})

type Props = { form: FormState; phone: string | null; email: string | null }

/** How to be written to, and how often. */
export function ContactFields({ form, phone, email }: Props) {
  return (
    <>
      <FieldsNote />
      <RadioGroup
        name="channel"
        label="Nous vous proposons des offres"
        form={form}
        look="boxed"
        choices={[
          ...(phone ? [choice('sms', 'phone', `Au ${phone}`)] : []),
          ...(email ? [choice('email', 'mail', `À ${email}`)] : []),
          choice('none', 'cross', 'Ni pour des offres, ni pour vos candidatures. Vous lisez tout ici.'),
        ]}
      />
      <Select
        name="monthlySolicitations"
        label="Au plus"
        help="Les réponses à vos candidatures ne comptent pas."
        form={form}
        options={COUNTS}
      />
      <p className="small muted">
        Votre numéro ou votre adresse a changé ? <a href="/mon-compte">Changez-les dans mon compte</a>.
      </p>
    </>
  )
}
