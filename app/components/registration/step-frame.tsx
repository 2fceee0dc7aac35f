import type { ReactNode } from 'react'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { REGISTRATION_PATHS, REGISTRATION_QUESTIONS } from '#app/domain/registration.labels.ts'
import { type RegistrationStep, screenOf, stepBefore } from '#app/domain/registration.ts'
import { WalkPlace } from './walk-place.tsx'

type Props = {
  step: RegistrationStep
  form: FormState
  lead?: ReactNode
  /** The person comes back to a sign-up begun before. */
  isResumed?: boolean
  submitLabel?: string
  children: ReactNode
  /** What stands under the form. */
  after?: ReactNode
}

/** One question of the sign-up: where it stands in the walk, the question, its answer, and the way on. */
export function StepFrame({ step, form, lead, isResumed, submitLabel, children, after }: Props) {
  const before = stepBefore(step)
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title={REGISTRATION_QUESTIONS[step]}
        lead={lead}
        back={before ? { href: REGISTRATION_PATHS[before], label: 'Retour' } : undefined}
        above={<WalkPlace screen={screenOf(step)} />}
      />
      {isResumed ? (
        <Notice role="status" title="Vos réponses sont gardées">
          On reprend ici.
        </Notice>
      ) : null}
      <form method="post" className="form" noValidate>
        <ErrorSummary form={form} />
        {children}
        <ActionBar>
          <Button wide>{submitLabel ?? 'Continuer'}</Button>
        </ActionBar>
      </form>
      {after}
    </div>
  )
}
