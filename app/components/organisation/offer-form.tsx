import type { ReactNode } from 'react'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { DateField } from '#app/components/ui/date-field.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Select } from '#app/components/ui/select.tsx'
import { SlotGrid } from '#app/components/ui/slot-grid.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { EXPERIENCE_LABELS } from '#app/domain/offer.labels.ts'
import { EXPERIENCE_LEVELS, type OfferKind } from '#app/domain/offer.ts'
import { CommuneField } from './commune-field.tsx'
import { KindFields } from './kind-fields.tsx'
import { OFFER_FIELD_LABELS } from './offer-field-labels.ts'
import { SkillsFields } from './skills-fields.tsx'

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
  /** Sent with the form, unseen. */
  hidden: Record<string, string>
  submitLabel: string
  cancel?: ReactNode
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="form-part">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

/** One page to write an offer of a kind: what, where, when, who, with the kind's own fields. */
export function OfferForm({ kind, form, choices, communeChoices = [], hidden, submitLabel, cancel }: Props) {
  const isMission = kind === 'volunteering'
  return (
    <form method="post" className="form offer-form" noValidate>
      {/* The button that Enter presses: the form has others. */}
      <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <ErrorSummary form={form} labels={OFFER_FIELD_LABELS} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Part title={isMission ? 'La mission' : 'Le travail'}>
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
        <Select
          name="occupationCode"
          label="Métier"
          help="Il sert à proposer les bonnes personnes."
          placeholder={isMission ? 'Aucun métier en particulier' : 'Ouvert à tous les métiers'}
          options={choices.occupations}
          form={form}
          optional
        />
        <TextArea
          name="description"
          label="Description"
          help={
            isMission
              ? 'Au moins 300 caractères. Ce que fait la personne, avec qui, pour qui.'
              : 'Les gestes de la journée, l’équipe, ce qui est fourni. Sans e-mail ni téléphone.'
          }
          rows={8}
          form={form}
        />
        <Field
          name="positions"
          label={isMission ? 'Combien de personnes ?' : 'Combien de postes ?'}
          inputMode="numeric"
          width="tiny"
          form={form}
        />
        <KindFields kind={kind} form={form} />
        {isMission ? null : (
          <Field
            name="pay"
            label="Salaire"
            help="Exemple : 11,88 € de l’heure, panier repas."
            form={form}
            optional
          />
        )}
      </Part>
      <Part title="Le lieu">
        <CommuneField form={form} communes={choices.communes} choices={communeChoices} />
        <Field
          name="address"
          label="Adresse"
          help="Rue et numéro, si le lieu est public."
          form={form}
          optional
        />
        <div className="stack-tight">
          <Checkbox name="isReachableByTransit" label="On peut venir en bus ou en train" form={form} />
          <Checkbox name="hasCollectivePickup" label="Un ramassage est organisé" form={form} />
          <Checkbox name="hasLodging" label="Un logement est proposé" form={form} />
          <Checkbox name="isDisabilityFriendly" label="Le poste peut être adapté à un handicap" form={form} />
        </div>
      </Part>
      <Part title="Les dates et les heures">
        <div className="field-row">
          <DateField name="startsOn" label="Début" help="Vide : dès que possible." form={form} optional />
          <DateField name="endsOn" label="Fin" help="Vide : sans fin prévue." form={form} optional />
        </div>
        <Field
          name="hoursPerWeek"
          label="Heures par semaine"
          help="48 au plus. Exemple : 17,5."
          inputMode="decimal"
          width="tiny"
          suffix="heures"
          form={form}
          optional={isMission}
        />
        <SlotGrid name="slots" label="Jours et moments" help="Vide : à voir ensemble." form={form} optional />
      </Part>
      <Part title="Ce qui est demandé">
        {isMission ? null : (
          <Select
            name="experience"
            label="Expérience"
            options={EXPERIENCE_LEVELS.map((value) => ({ value, label: EXPERIENCE_LABELS[value] }))}
            form={form}
          />
        )}
        <SkillsFields form={form} choices={choices} />
        <Field
          name="replyDelayDays"
          label="Vous répondez à chaque personne sous"
          help="Ce délai est promis aux personnes. Nous vous le rappelons avant."
          inputMode="numeric"
          width="tiny"
          suffix="jours ouvrés"
          form={form}
        />
      </Part>
      <ActionBar sticky>
        <Button name="intent" value="save">
          {submitLabel}
        </Button>
        {cancel}
      </ActionBar>
    </form>
  )
}
