import { RefusalReasonField } from '#app/components/application/refusal-reason-field.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { DateField } from '#app/components/ui/date-field.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
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

const LABELS = { interviewDay: 'Jour', interviewTime: 'Heure', reason: 'Raison' }

/** The answers to an application, one gesture each. What was typed in a refused form is shown again. */
export function AnswerPanel({ application, form, today }: Props) {
  const { can, version, state } = application
  const hidden = (intent: string) => ({ intent, version: String(version) })
  const isRetried = (intent: string) => hasErrors(form) && typedValue(form, 'intent') === intent
  return (
    <div className="stack">
      <ErrorSummary form={form} labels={LABELS} />
      {can.see ? (
        <PostButton fields={hidden('see')} icon="check" wide>
          J’ai lu sa candidature
        </PostButton>
      ) : null}
      {can.interview ? (
        <details className="details" open={isRetried('interview')}>
          <summary>{state === 'interview' ? 'Changer l’entretien' : 'Proposer un entretien'}</summary>
          <form method="post" className="form tight" noValidate>
            <input type="hidden" name="version" value={version} />
            <DateField name="interviewDay" label="Jour" min={today} form={form} optional />
            <Field
              name="interviewTime"
              label="Heure"
              type="time"
              width="tiny"
              help="Laissez vide pour fixer le jour au téléphone."
              form={form}
              optional
            />
            <Button name="intent" value="interview" icon="calendar">
              Proposer l’entretien
            </Button>
          </form>
        </details>
      ) : null}
      {can.hire ? (
        <details className="details">
          <summary>Retenir cette personne</summary>
          <div className="stack-tight">
            <p>Elle reçoit la bonne nouvelle tout de suite. Appelez-la pour la suite.</p>
            <PostButton fields={hidden('hire')} icon="check" wide>
              Oui, je la retiens
            </PostButton>
          </div>
        </details>
      ) : null}
      {can.refuse ? (
        <details className="details" open={isRetried('refuse')}>
          <summary>Ne pas retenir</summary>
          <form method="post" className="form tight" noValidate>
            <input type="hidden" name="version" value={version} />
            <RefusalReasonField form={form} />
            <Button name="intent" value="refuse" look="danger">
              Répondre non
            </Button>
          </form>
        </details>
      ) : null}
      {can.start || can.hold || can.pool ? (
        <div className="button-column">
          {can.start ? (
            <PostButton fields={hidden('start')} look="secondary" wide>
              Je l’étudie
            </PostButton>
          ) : null}
          {can.hold ? (
            <PostButton fields={hidden('hold')} look="secondary" wide>
              Faire attendre
            </PostButton>
          ) : null}
          {can.pool ? (
            <PostButton fields={hidden('pool')} look="secondary" wide>
              Garder pour plus tard
            </PostButton>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
