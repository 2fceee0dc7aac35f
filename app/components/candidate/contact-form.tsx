import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { CHANNEL_LABELS } from '#app/domain/account.labels.ts'
import { MAX_MONTHLY_SOLICITATIONS } from '#app/domain/contact.decide.ts'

const COUNTS = Array.from({ length: MAX_MONTHLY_SOLICITATIONS + 1 }, (_, count) => ({
  value: String(count),
  label: count === 0 ? 'Aucune' : count === 1 ? '1 offre par mois' : `${count} offres par mois`,
}))

type Props = { form: FormState; phone: string | null; email: string | null }

/** How to be written to, and how often. */
export function ContactForm({ form, phone, email }: Props) {
  const choices = [
    ...(phone ? [{ value: 'sms', label: CHANNEL_LABELS.sms, help: `Au ${phone}` }] : []),
    ...(email ? [{ value: 'email', label: CHANNEL_LABELS.email, help: `À ${email}` }] : []),
    { value: 'none', label: CHANNEL_LABELS.none, help: 'Vous regardez les offres ici, quand vous voulez.' },
  ]
  return (
    <form method="post" className="form" noValidate>
      <Section title="Comment on m’écrit" id="messages">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="contact" />
        <RadioGroup
          name="channel"
          label="Nous vous proposons des offres"
          form={form}
          look="boxed"
          choices={choices}
        />
        <Select
          name="monthlySolicitations"
          label="Au plus"
          help="Les réponses à vos candidatures ne comptent pas."
          form={form}
          options={COUNTS}
        />
        <Button look="secondary">Enregistrer mon choix</Button>
        <p className="small muted">Votre numéro ou votre adresse a changé ? Appelez-nous.</p>
      </Section>
    </form>
  )
}
