import type { ReactNode } from 'react'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { type FormState, typedValue } from '#app/components/ui/form-state.ts'
import { countOf } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'

type HeadProps = {
  title: string
  lead?: ReactNode
  back?: { href: string; label: string }
  /** How many questions have no answer yet. */
  leftCount?: number
  /** The answer before this page was kept just now. */
  isKept?: boolean
}

/** The head of a question of the profile: what was kept, how much is left, the question. */
export function ProfileQuestionHead({ title, lead, back, leftCount = 0, isKept }: HeadProps) {
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        back={back ?? { href: '/mon-profil', label: 'Mon profil' }}
        above={
          leftCount > 0 ? <p className="walk-place">Il reste {countOf(leftCount, 'question')}</p> : undefined
        }
      />
      {isKept ? (
        <Notice tone="ok" role="status">
          C’est gardé.
        </Notice>
      ) : null}
    </>
  )
}

type FormProps = {
  form: FormState
  /** The stored version, taken once the person was told that the one of the page had grown old. */
  version?: string
  labels?: Record<string, string>
  children: ReactNode
}

/** A form of the profile, with the errors on top. */
export function ProfileQuestionForm({ form, version, labels, children }: FormProps) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} labels={labels} />
      {version === undefined ? null : (
        <input type="hidden" name="version" value={typedValue(form, 'version') || version} />
      )}
      {children}
    </form>
  )
}
