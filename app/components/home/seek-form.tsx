import { kindChoices } from '#app/components/offer/kind-choices.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { Field } from '#app/components/ui/field.tsx'

/** "Je cherche": what and where, nothing more. */
export function SeekForm() {
  return (
    <search>
      <form method="get" action="/offres" className="card roomy stack" aria-labelledby="je-cherche">
        <h2 id="je-cherche">Je cherche</h2>
        <CheckboxGroup name="genre" label="Genre d’offre" look="boxed" choices={kindChoices()} />
        <Field
          name="lieu"
          label="Où habitez-vous ?"
          help="Une commune ou un code postal. Exemple : Laon"
          autoComplete="address-level2"
          communeCode="commune"
          maxLength={200}
        />
        <Button icon="search" wide>
          Voir les offres
        </Button>
      </form>
    </search>
  )
}
