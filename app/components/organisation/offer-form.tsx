import type { ReactNode } from 'react'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import { type FormState, typedValue } from '#app/components/ui/form-state.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import type { OfferKind } from '#app/domain/offer.ts'
import { CommuneField } from './commune-field.tsx'
import { KindFields } from './kind-fields.tsx'
import { OccupationField } from './occupation-field.tsx'
import { OfferDetailsFields } from './offer-details-fields.tsx'
import { OFFER_FIELD_LABELS } from './offer-field-labels.ts'

type Option = { value: string; label: string }
export type OfferFormChoices = {
  occupations: Option[]
  skills: Option[]
  usualLicences: Option[]
  certificates: Option[]
  communes: string[]
}

type Props = {
  kind: OfferKind
  form: FormState
  choices: OfferFormChoices
  /** The communes to pick from, when several answer to what was typed. */
  communeChoices?: Option[]
  /** The fields that hold what is usual for the occupation. */
  proposed?: string[]
  /** Sent with the form, unseen. */
  hidden: Record<string, string>
  submitLabel: string
  /** Shows at once what is otherwise folded: an offer that stands already. */
  unfolded?: boolean
  cancel?: ReactNode
}

const FIRST_FIELDS: Record<OfferKind, readonly string[]> = {
  job: ['contract'],
  clause: ['market'],
  seasonal: ['crop', 'season'],
  volunteering: ['timeAsked', 'welcomeReferent'],
}
const FIRST_OF_ALL = ['title', 'occupationCode', 'description', 'commune', 'communeCode']

/** True when something in the folded part is to be put right, or was just asked for there. */
function isMoreOpen(kind: OfferKind, form: FormState): boolean {
  const first = [...FIRST_OF_ALL, ...FIRST_FIELDS[kind]]
  return (
    typedValue(form, 'intent') === 'propose' || Object.keys(form.errors).some((name) => !first.includes(name))
  )
}

/** One page to write an offer of a kind: five things to say at most, and all that may be added folded under them. */
export function OfferForm({ kind, form, choices, communeChoices = [], hidden, ...shown }: Props) {
  const { submitLabel, unfolded = false, cancel, proposed = [] } = shown
  const isMission = kind === 'volunteering'
  return (
    <form method="post" className="form offer-form" noValidate>
      {/* The button that Enter presses: the form has others. */}
      <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <ErrorSummary form={form} labels={OFFER_FIELD_LABELS} />
      <FieldsNote />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        name="title"
        label="Titre"
        help={
          isMission
            ? 'Exemple : aide à la distribution alimentaire.'
            : 'Exemple : aide de cuisine en restaurant scolaire.'
        }
        maxLength={120}
        form={form}
      />
      <OccupationField
        isMission={isMission}
        isStanding={unfolded}
        options={choices.occupations}
        proposed={proposed}
        form={form}
      />
      <KindFields kind={kind} part="first" form={form} />
      <TextArea
        name="description"
        label="Description"
        help={
          isMission
            ? 'Au moins 300 caractères. Ce que fait la personne, avec qui, pour qui.'
            : 'Les gestes de la journée, l’équipe, ce qui est fourni. Sans e-mail ni téléphone.'
        }
        rows={isMission ? 8 : 4}
        form={form}
      />
      <CommuneField form={form} communes={choices.communes} choices={communeChoices} />
      <details className="details form-more" open={unfolded || isMoreOpen(kind, form)}>
        <summary>Ajouter des précisions</summary>
        <div className="form">
          <p className="muted">Dates, heures, salaire, permis… Les réponses habituelles sont déjà là.</p>
          <OfferDetailsFields kind={kind} form={form} choices={choices} />
        </div>
      </details>
      <ActionBar sticky>
        <Button name="intent" value="save">
          {submitLabel}
        </Button>
        {cancel}
      </ActionBar>
    </form>
  )
}
