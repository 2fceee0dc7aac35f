import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { CV_QUESTION_WORDS } from '#app/domain/cv.labels.ts'
import { CV_QUESTIONS, type CvEntryKind, type CvQuestion } from '#app/domain/cv.ts'
import { CvFields } from './cv-fields.tsx'

type Props = {
  kind: CvEntryKind
  question: CvQuestion
  form: FormState
  backHref: string
  skipHref: string | null
}

const LABELS = {
  title: 'En quelques mots',
  place: 'Le lieu',
  fromYear: 'Début',
  toYear: 'Fin',
  details: 'Avec vos mots',
}

/** One question about a line of a CV, and the way on; all but the first may be left unanswered. */
export function CvQuestionForm({ kind, question, form, backHref, skipHref }: Props) {
  return (
    <>
      <PageHeader
        title={CV_QUESTION_WORDS[kind][question].title}
        back={{ href: backHref, label: 'Retour' }}
        above={
          <p className="walk-place">
            Question {CV_QUESTIONS.indexOf(question) + 1} sur {CV_QUESTIONS.length}
          </p>
        }
      />
      <form method="post" className="form" noValidate>
        <ErrorSummary form={form} labels={LABELS} />
        <CvFields kind={kind} question={question} form={form} />
        <ActionBar>
          <Button wide>Continuer</Button>
          {skipHref ? (
            <LinkButton href={skipHref} wide look="secondary">
              Je ne sais pas
            </LinkButton>
          ) : null}
        </ActionBar>
      </form>
    </>
  )
}
