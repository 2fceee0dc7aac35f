import { RefusalReasonField } from '#app/components/application/refusal-reason-field.tsx'
import { Ask } from '#app/components/ui/ask.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { DateField } from '#app/components/ui/date-field.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { type FormState, hasErrors, typedValue } from '#app/components/ui/form-state.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'
import type { ApplicationAction } from '#app/domain/application.transitions.ts'
import type { ApplicationState } from '#app/domain/application.ts'

type Props = {
  application: { state: ApplicationState; version: number; can: Record<ApplicationAction, boolean> }
  form: FormState
  today: string
}

/** The answers to an application, one gesture each. What was typed in a refused form is shown again. */
export function AnswerPanel({ application, form, today }: Props) {
  const { can, version, state } = application
  const hidden = (intent: string) => ({ intent, version: String(version) })
  const isRetried = (intent: string) => hasErrors(form) && typedValue(form, 'intent') === intent
  const isMet = state === 'interview'
  return (
    <div className="button-column">
      {can.see ? (
        <PostButton fields={hidden('see')} icon="check" wide>
          J’ai lu sa candidature
        </PostButton>
      ) : null}
      {can.interview ? (
        <Ask
          label={isMet ? 'Changer l’entretien' : 'Proposer un entretien'}
          icon="calendar"
          look={can.see || isMet ? 'secondary' : 'primary'}
          open={isRetried('interview')}
        >
          <form method="post" className="form tight" noValidate>
            <input type="hidden" name="version" value={version} />
            <DateField name="interviewDay" label="Jour" min={today} form={form} optional />
            <Field
              name="interviewTime"
              label="Heure"
              type="time"
              width="short"
              help="Laissez vide pour fixer le jour au téléphone."
              form={form}
              optional
            />
            <Button name="intent" value="interview">
              Proposer l’entretien
            </Button>
          </form>
        </Ask>
      ) : null}
      {can.hire ? (
        <Ask label="Retenir cette personne" icon="check" look={isMet ? 'primary' : 'secondary'}>
          <p>La bonne nouvelle part tout de suite. Appelez la personne pour la suite.</p>
          <PostButton fields={hidden('hire')}>Oui, je la retiens</PostButton>
        </Ask>
      ) : null}
      {can.start ? (
        <PostButton fields={hidden('start')} look="secondary" icon="search" wide>
          J’étudie sa candidature
        </PostButton>
      ) : null}
      {can.hold ? (
        <PostButton fields={hidden('hold')} look="secondary" icon="clock" wide>
          Faire attendre
        </PostButton>
      ) : null}
      {can.pool ? (
        <PostButton fields={hidden('pool')} look="secondary" icon="list" wide>
          Garder pour plus tard
        </PostButton>
      ) : null}
      {can.refuse ? (
        <Ask label="Ne pas retenir" icon="cross" look="quiet" open={isRetried('refuse')}>
          <form method="post" className="form tight" noValidate>
            <input type="hidden" name="version" value={version} />
            <RefusalReasonField form={form} />
            <Button name="intent" value="refuse" look="danger">
              Répondre non
            </Button>
          </form>
        </Ask>
      ) : null}
    </div>
  )
}
