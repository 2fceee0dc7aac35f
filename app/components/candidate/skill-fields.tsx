import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import type { Choice } from '#app/components/ui/choice-group.tsx'
import { type FormState, typedValues } from '#app/components/ui/form-state.ts'

type Props = {
  form: FormState
  lists: { skills: Choice[]; otherSkills: Choice[]; licences: Choice[]; certificates: Choice[] }
}

/** Skills, those of the wanted occupations first; driving licences; certificates. */
export function SkillFields({ form, lists }: Props) {
  const has = (name: string, choices: Choice[]) =>
    typedValues(form, name).some((value) => choices.some((choice) => choice.value === value))
  return (
    <div className="stack">
      {lists.skills.length > 0 ? (
        <CheckboxGroup name="skills" label="Je sais" form={form} choices={lists.skills} />
      ) : null}
      <details className="details" open={has('otherSkills', lists.otherSkills)}>
        <summary>D’autres savoir-faire</summary>
        <CheckboxGroup name="otherSkills" label="Je sais aussi" form={form} choices={lists.otherSkills} />
      </details>
      <CheckboxGroup name="licences" label="Mes permis" form={form} choices={lists.licences} optional />
      <details className="details" open={has('certificates', lists.certificates)}>
        <summary>Mes certificats et habilitations</summary>
        <CheckboxGroup name="certificates" label="J’ai" form={form} choices={lists.certificates} />
      </details>
    </div>
  )
}
