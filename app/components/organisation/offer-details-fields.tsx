import type { ReactNode } from 'react'
import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { DateField } from '#app/components/ui/date-field.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Select } from '#app/components/ui/select.tsx'
import { SlotGrid } from '#app/components/ui/slot-grid.tsx'
import { EXPERIENCE_LABELS } from '#app/domain/offer.labels.ts'
import { EXPERIENCE_LEVELS, type OfferKind } from '#app/domain/offer.ts'
import { KindFields } from './kind-fields.tsx'
import type { OfferFormChoices } from './offer-form.tsx'
import { SkillsFields } from './skills-fields.tsx'

type Props = { kind: OfferKind; form: FormState; choices: OfferFormChoices }

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="form-part">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

/** All that an offer may say and need not: each field is empty or holds what is usual. */
export function OfferDetailsFields({ kind, form, choices }: Props) {
  const isMission = kind === 'volunteering'
  return (
    <>
      <Part title={isMission ? 'La mission' : 'Le travail'}>
        <Field
          name="positions"
          label={isMission ? 'Combien de personnes ?' : 'Combien de postes ?'}
          inputMode="numeric"
          width="tiny"
          form={form}
          optional
        />
        {isMission ? null : (
          <Field
            name="pay"
            label="Salaire"
            help="Exemple : 11,88 € de l’heure, panier repas."
            form={form}
            optional
          />
        )}
        <KindFields kind={kind} part="more" form={form} />
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
          optional
        />
        <SlotGrid name="slots" label="Jours et moments" help="Vide : à voir ensemble." form={form} optional />
      </Part>
      <Part title="Le lieu">
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
      </Part>
    </>
  )
}
