import { formatDay } from './format.ts'
import { Icon } from './icon.tsx'

export type Step = {
  label: string
  state: 'done' | 'current' | 'todo' | 'stopped'
  /** ISO date or instant. */
  date?: string | Date | null
}

const SPOKEN: Record<Step['state'], string> = {
  done: 'fait',
  current: 'en ce moment',
  todo: 'à venir',
  stopped: 'arrêté ici',
}

type Props = { sentence: string; steps: Step[]; label?: string }

/** Where something stands: a sentence first, then the line of steps with their dates. */
export function StepLine({ sentence, steps, label = 'Étapes' }: Props) {
  return (
    <div className="step-line">
      <p className="step-sentence">{sentence}</p>
      <ol className="steps" aria-label={label}>
        {steps.map((step) => (
          <li
            key={step.label}
            className={`step ${step.state}`}
            aria-current={step.state === 'current' || step.state === 'stopped' ? 'step' : undefined}
          >
            <span className="step-dot">
              {step.state === 'done' ? <Icon name="check" size={16} /> : null}
              {step.state === 'stopped' ? <Icon name="minus" size={16} /> : null}
            </span>
            <span className="step-label">
              {step.label}
              <span className="visually-hidden"> ({SPOKEN[step.state]})</span>
            </span>
            {step.date ? <span className="step-date">{formatDay(step.date)}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
