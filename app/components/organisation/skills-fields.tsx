import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { type FormState, typedValues } from '#app/components/ui/form-state.ts'
import type { OfferFormChoices } from './offer-form.tsx'

type Props = { form: FormState; choices: OfferFormChoices }

/** Skills of the occupation chosen, licences, certificates. All of it may stay empty. */
export function SkillsFields({ form, choices }: Props) {
  const isOpen = typedValues(form, 'certificates').length > 0
  return (
    <>
      <div data-part="skills">
        {choices.skills.length > 0 ? (
          <CheckboxGroup
            name="skills"
            label="Savoir-faire utiles"
            help="Cochez ceux qui comptent vraiment. On peut apprendre les autres sur place."
            choices={choices.skills}
            form={form}
            optional
          />
        ) : null}
      </div>
      <CheckboxGroup
        name="licences"
        label="Permis demandés"
        help="Sans ce permis, la personne ne sera pas proposée. Ne cochez que l’indispensable."
        choices={choices.usualLicences}
        look="inline"
        form={form}
        optional
      />
      <details className="details" open={isOpen}>
        <summary>Autres permis et certificats</summary>
        <CheckboxGroup
          name="certificates"
          label="Autres permis et certificats"
          choices={choices.certificates}
          form={form}
          optional
        />
      </details>
    </>
  )
}
