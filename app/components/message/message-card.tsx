import { Badge } from '#app/components/ui/badge.tsx'
import { countOf, formatDateTime } from '#app/components/ui/format.ts'
import { Icon } from '#app/components/ui/icon.tsx'
import { LinkedText } from './linked-text.tsx'

export type ShownMessage = {
  channel: 'sms' | 'email'
  from: string
  to: string
  subject: string | null
  body: string
  /** ISO instant. */
  at: string | Date
  stateLabel: string
  isFailed?: boolean
  /** SMS parts. */
  segments?: number
}

/** A message as it is read: on a telephone's screen, or in a mail box. */
export function MessageCard({ message }: { message: ShownMessage }) {
  const { channel, to, at, stateLabel, isFailed, segments } = message
  return (
    <article className="message">
      <div className="message-meta">
        <span className="with-icon">
          <Icon name={channel === 'sms' ? 'phone' : 'mail'} size={18} />
          <span>
            {channel === 'sms' ? 'SMS' : 'Courriel'} à <strong>{to}</strong>
          </span>
        </span>
        <Badge tone={isFailed ? 'danger' : 'neutral'}>{stateLabel}</Badge>
      </div>
      {channel === 'sms' ? <Phone message={message} /> : <Mail message={message} />}
      <p className="small muted">
        {formatDateTime(at)}
        {channel === 'sms' && segments ? `, ${countOf(segments, 'partie')}` : ''}
      </p>
    </article>
  )
}

function Phone({ message }: { message: ShownMessage }) {
  return (
    <div className="phone">
      <p className="phone-from">{message.from}</p>
      <p className="bubble">
        <LinkedText text={message.body} />
      </p>
    </div>
  )
}

function Mail({ message }: { message: ShownMessage }) {
  return (
    <div className="mail">
      <div className="mail-head">
        <p className="mail-subject">{message.subject ?? '(sans objet)'}</p>
        <p>De : {message.from}</p>
      </div>
      <p className="mail-body">
        <LinkedText text={message.body} />
      </p>
    </div>
  )
}
