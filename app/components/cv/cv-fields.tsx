import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { CV_QUESTION_WORDS } from '#app/domain/cv.labels.ts'
import type { CvEntryKind, CvQuestion } from '#app/domain/cv.ts'

const YEAR = { width: 'short', inputMode: 'numeric', autoComplete: 'off', maxLength: 20 } as const

type Props = { kind: CvEntryKind; question: CvQuestion; form: FormState }

/** The answer to one question about a line of a CV. */
export function CvFields({ kind, question, form }: Props) {
  const { help } = CV_QUESTION_WORDS[kind][question]
  switch (question) {
    case 'title':
      return (
        <Field
          name="title"
          label="En quelques mots"
          help={help}
          form={form}
          autoComplete="off"
          maxLength={200}
        />
      )
    case 'place':
      return <Field name="place" label="Le lieu" help={help} form={form} autoComplete="off" maxLength={200} />
    case 'years':
      return (
        <>
          <Field name="fromYear" label="Début" help={help} form={form} {...YEAR} optional />
          <Field name="toYear" label="Fin" form={form} {...YEAR} optional />
          <Checkbox name="isOngoing" label="C’est encore en cours" form={form} />
        </>
      )
    case 'details':
      return (
        <TextArea name="details" label="Avec vos mots" help={help} form={form} rows={4} maxLength={600} />
      )
  }
}
