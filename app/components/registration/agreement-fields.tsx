import { Checkbox } from '#app/components/ui/checkbox.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Icon } from '#app/components/ui/icon.tsx'

type Props = { form: FormState; monthlySolicitations: number }

/** What a person agrees to, each apart, nothing ticked before she or he does. */
export function AgreementFields({ form, monthlySolicitations }: Props) {
  return (
    <>
      <div className="choices boxed">
        <Checkbox
          name="messages"
          label={
            <span className="with-icon">
              <Icon name="mail" /> Écrivez-moi quand une offre me va
            </span>
          }
          help={`Au plus ${monthlySolicitations} fois par mois.`}
          form={form}
        />
        <Checkbox
          name="visibility"
          label={
            <span className="with-icon">
              <Icon name="people" /> Les structures peuvent voir mon profil, sans mon nom
            </span>
          }
          help="Elles voient votre commune et votre métier. Pas coché : profil caché."
          form={form}
        />
      </div>
      <p className="muted">
        En créant votre compte, vous acceptez que nous gardions vos réponses pour vous proposer des offres.{' '}
        <a href="/confidentialite">Ce que nous faisons de vos données</a>
      </p>
    </>
  )
}
