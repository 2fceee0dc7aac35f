import { StepLine } from '#app/components/ui/step-line.tsx'
import { type ApplicationProgress, applicationSentence, applicationSteps } from './application-steps.ts'

/** Where an application stands, in words first, told to the candidate. */
export function ApplicationState({ progress }: { progress: ApplicationProgress }) {
  return (
    <StepLine
      sentence={applicationSentence(progress)}
      steps={applicationSteps(progress)}
      label="Étapes de la candidature"
    />
  )
}
