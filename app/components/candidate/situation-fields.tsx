import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { ELIGIBLE_PUBLICS } from '#app/domain/offer.ts'
import { NO_SITUATION_LABEL, SITUATION_CHOICES } from '#app/domain/profile.labels.ts'
import { NO_SITUATION } from '#app/domain/situation.ts'

/** The situations that the law reserves offers for, none of them, and what the answer is for. */
export function SituationFields({ form }: { form: FormState }) {
  return (
    <>
      <CheckboxGroup
        name="situations"
        label="Ma situation"
        form={form}
        look="boxed"
        optional
        choices={[
          ...ELIGIBLE_PUBLICS.map((value) => ({ value, ...SITUATION_CHOICES[value] })),
          { value: NO_SITUATION, label: NO_SITUATION_LABEL },
        ]}
      />
      <ul className="text-list">
        <li>Votre réponse sert seulement à vous proposer les offres réservées.</li>
        <li>Nous ne la montrons à aucune structure. Elle ne change pas les points de vos offres.</li>
        <li>Si vous dites oui à une offre réservée, la structure comprend que vous y avez droit.</li>
        <li>En cochant une situation, vous acceptez que nous la gardions pour cela.</li>
        <li>Vous pouvez la changer ou l’enlever quand vous voulez.</li>
      </ul>
    </>
  )
}
