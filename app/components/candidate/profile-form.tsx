import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import type { Choice } from '#app/components/ui/choice-group.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { type FormState, typedValue } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { VISIBILITY_CHOICES } from '#app/domain/profile.labels.ts'
import { VISIBILITIES } from '#app/domain/profile.ts'
import { AvailabilityFields } from './availability-fields.tsx'
import { SkillFields } from './skill-fields.tsx'
import { TravelFields } from './travel-fields.tsx'
import { WantedFields } from './wanted-fields.tsx'

type Option = { value: string; label: string }
export type ProfileLists = {
  communes: string[]
  occupations: Option[]
  skills: Choice[]
  otherSkills: Choice[]
  licences: Choice[]
  certificates: Choice[]
}

const LABELS = {
  kinds: 'Ce que vous cherchez',
  project1: 'Premier métier',
  project2: 'Deuxième métier',
  project3: 'Troisième métier',
  commune: 'Votre commune',
  travelMaxKm: 'Kilomètres',
  travelMaxMinutes: 'Minutes',
  availableFrom: 'Disponible à partir du',
  skills: 'Savoir-faire',
  licences: 'Permis',
  visibility: 'Qui voit votre profil',
}

type Props = {
  form: FormState
  /** The stored version, taken once the person has been told that hers or his had grown old. */
  version: string
  lists: ProfileLists
}

/** All that a person can and wants to do, in five short parts and one button. */
export function ProfileForm({ form, version, lists }: Props) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} labels={LABELS} />
      <input type="hidden" name="intent" value="profile" />
      <input type="hidden" name="version" value={typedValue(form, 'version') || version} />
      <Section title="Ce que je cherche" id="recherche">
        <WantedFields form={form} occupations={lists.occupations} />
      </Section>
      <Section title="Où je peux aller" id="trajet">
        <TravelFields form={form} communes={lists.communes} />
      </Section>
      <Section title="Quand je suis libre" id="disponibilite">
        <AvailabilityFields form={form} />
      </Section>
      <Section title="Ce que je sais faire" id="savoir-faire">
        <SkillFields form={form} lists={lists} />
      </Section>
      <Section title="Qui voit mon profil" id="visibilite">
        <RadioGroup
          name="visibility"
          label="Mon profil est"
          help="On ne vous contacte jamais sans votre accord."
          form={form}
          look="boxed"
          choices={VISIBILITIES.map((value) => ({ value, ...VISIBILITY_CHOICES[value] }))}
        />
      </Section>
      <ActionBar sticky>
        <Button wide>Enregistrer mon profil</Button>
      </ActionBar>
    </form>
  )
}
