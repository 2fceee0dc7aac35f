import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import type { Choice } from '#app/components/ui/choice-group.tsx'
import { DateField } from '#app/components/ui/date-field.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Icon } from '#app/components/ui/icon.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { SlotGrid } from '#app/components/ui/slot-grid.tsx'
import { CONTRACT_LABELS } from '#app/domain/offer.labels.ts'
import { CONTRACTS, OFFER_KINDS } from '#app/domain/offer.ts'
import { HOURS_WISH_LABELS, KIND_CHOICES, VISIBILITY_CHOICES } from '#app/domain/profile.labels.ts'
import type { ProfileQuestion } from '#app/domain/profile.questions.ts'
import { HOURS_WISHES, VISIBILITIES } from '#app/domain/profile.ts'
import { LanguageFields } from './language-fields.tsx'
import { MoreChoices } from './more-choices.tsx'
import { SituationFields } from './situation-fields.tsx'
import { TravelFields } from './travel-fields.tsx'

const LIST = 'communes-connues'
const VISIBILITY_ICONS = { hidden: 'lock', visible_without_name: 'people', visible: 'person' } as const

type Props = {
  question: Exclude<ProfileQuestion, 'projects'>
  form: FormState
  lists: Record<string, Choice[]>
}

const iconed = (name: Parameters<typeof Icon>[0]['name'], label: string) => (
  <span className="with-icon">
    <Icon name={name} size={28} /> {label}
  </span>
)

/** The answer to one question of the profile. */
export function ProfileFields({ question, form, lists }: Props) {
  const { skills = [], otherSkills = [], licences = [], certificates = [], commune = [] } = lists
  switch (question) {
    case 'skills':
      return (
        <>
          {skills.length > 0 ? (
            <CheckboxGroup name="skills" label="Je sais" form={form} choices={skills} look="boxed" optional />
          ) : null}
          <MoreChoices
            name="otherSkills"
            title="D’autres savoir-faire"
            label="Je sais aussi"
            form={form}
            choices={otherSkills}
            open={skills.length === 0}
          />
        </>
      )
    case 'languages':
      return <LanguageFields form={form} />
    case 'licences':
      return (
        <>
          <CheckboxGroup name="licences" label="J’ai" form={form} choices={licences} look="boxed" optional />
          <MoreChoices
            name="certificates"
            title="Mes certificats"
            label="J’ai aussi"
            form={form}
            choices={certificates}
          />
        </>
      )
    case 'slots':
      return (
        <SlotGrid
          name="slots"
          label="Je peux travailler"
          help="Rien de coché : tous les moments vous vont."
          form={form}
        />
      )
    case 'start':
      return (
        <DateField
          name="availableFrom"
          label="À partir du"
          help="Rien d’écrit : tout de suite."
          form={form}
          optional
        />
      )
    case 'contracts':
      return (
        <>
          <CheckboxGroup
            name="hours"
            label="Je veux"
            form={form}
            look="boxed"
            optional
            choices={HOURS_WISHES.map((value) => ({ value, label: HOURS_WISH_LABELS[value] }))}
          />
          <MoreChoices
            name="contracts"
            title="Les contrats que je préfère"
            label="Contrats"
            form={form}
            choices={CONTRACTS.map((value) => ({ value, label: CONTRACT_LABELS[value] }))}
          />
        </>
      )
    case 'commune':
      return (
        <>
          <Field
            name="commune"
            label="Votre commune"
            help="Son nom ou son code postal. Exemple : Laon, ou 02000"
            form={form}
            list={LIST}
            autoComplete="off"
            maxLength={120}
          />
          <datalist id={LIST}>
            {commune.map(({ value }) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
      )
    case 'travel':
      return <TravelFields form={form} />
    case 'kinds':
      return (
        <CheckboxGroup
          name="kinds"
          label="Je cherche"
          form={form}
          look="boxed"
          choices={OFFER_KINDS.map((value) => ({
            value,
            help: KIND_CHOICES[value].help,
            label: iconed(value, KIND_CHOICES[value].label),
          }))}
        />
      )
    case 'situation':
      return <SituationFields form={form} />
    case 'visibility':
      return (
        <>
          <RadioGroup
            name="visibility"
            label="Mon profil est"
            form={form}
            look="boxed"
            choices={VISIBILITIES.map((value) => ({
              value,
              help: VISIBILITY_CHOICES[value].help,
              label: iconed(VISIBILITY_ICONS[value], VISIBILITY_CHOICES[value].label),
            }))}
          />
          <p>
            <a href="/mon-cv/apercu">Voir ce que les structures voient de moi</a>
          </p>
        </>
      )
  }
}
