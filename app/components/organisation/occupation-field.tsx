import { Button } from '#app/components/ui/button.tsx'
import { type FormState, fieldId, typedValue } from '#app/components/ui/form-state.ts'
import { type Option, Select } from '#app/components/ui/select.tsx'
import { OFFER_FIELD_LABELS } from './offer-field-labels.ts'

type Props = {
  isMission: boolean
  /** The offer stands already: its answers are its own, only the skills to choose from follow the occupation. */
  isStanding: boolean
  options: Option[]
  proposed: string[]
  form: FormState
}

/** The occupation of an offer, and what is usual for it: asked for by a button, or at once where scripts run. */
export function OccupationField({ isMission, isStanding, options, proposed, form }: Props) {
  return (
    <div className="stack-tight" data-proposes>
      <Select
        name="occupationCode"
        label="Métier"
        help="Il sert à proposer les bonnes personnes."
        placeholder={isMission ? 'Aucun métier en particulier' : 'Ouvert à tous les métiers'}
        options={options}
        form={form}
        optional
      />
      <input type="hidden" name="proposedFor" value={typedValue(form, 'proposedFor')} />
      <Button name="intent" value="propose" look="secondary" size="small" formNoValidate>
        {isStanding ? 'Revoir les savoir-faire du métier' : 'Proposer les réponses habituelles'}
      </Button>
      <div role="status" data-part="proposed">
        {proposed.length > 0 ? (
          <p className="help">
            Proposé pour ce métier, à corriger si besoin :{' '}
            {proposed.map((name, index) => (
              <span key={name}>
                {index > 0 ? ', ' : null}
                <a href={`#${fieldId(name)}`}>{OFFER_FIELD_LABELS[name]?.toLowerCase()}</a>
              </span>
            ))}
            .
          </p>
        ) : null}
      </div>
    </div>
  )
}
