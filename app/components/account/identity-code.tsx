import { CodeForm } from '#app/components/sign-in/code-form.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { keepTogether } from '#app/components/ui/format.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'

type Channel = 'sms' | 'email'
type Props = {
  contacts: { channel: Channel; label: string }[]
  /** How a code is on its way; null when none was asked for. */
  sentBy: Channel | null
  form: FormState
  next: string
  mailboxHref: string | null
}

/** A code to one of one's own contacts: ask for it, then write it. */
export function IdentityCode({ contacts, sentBy, form, next, mailboxHref }: Props) {
  const buttons = contacts.map(({ channel, label }) => (
    <PostButton
      key={channel}
      wide
      look={sentBy ? 'secondary' : 'primary'}
      fields={{ intent: 'ask', channel, suite: next }}
    >
      {channel === 'sms' ? 'Un code par SMS au ' : 'Un code par e-mail à '}
      {keepTogether(label)}
    </PostButton>
  ))
  if (!sentBy)
    return (
      <div className="stack">
        <ErrorSummary form={form} />
        {buttons}
      </div>
    )
  return (
    <div className="stack">
      <p>
        {sentBy === 'sms'
          ? 'Un SMS avec six chiffres arrive dans la minute.'
          : 'Un e-mail avec six chiffres arrive dans la minute.'}
      </p>
      <CodeForm form={form} next={next} mailboxHref={mailboxHref} submit="Continuer" />
      <p className="small muted">Rien n’arrive ? Demandez un autre code.</p>
      {buttons}
    </div>
  )
}
