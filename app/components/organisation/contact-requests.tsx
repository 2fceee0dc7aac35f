import { ContactLinks } from '#app/components/person/contact-links.tsx'
import { personTitle } from '#app/components/person/person-title.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import { formatDay } from '#app/components/ui/format.ts'
import { Section } from '#app/components/ui/section.tsx'
import { CONTACT_REQUEST_LABELS } from '#app/domain/contact-request.labels.ts'
import type { ContactRequestState } from '#app/domain/contact-request.ts'
import type { PersonContact } from '#app/domain/person-card.ts'

export type ShownRequest = {
  id: string
  /** Of who agreed; null else. */
  name: string | null
  communeName: string
  state: ContactRequestState
  sentence: string | null
  askedAt: string
  contact: PersonContact | null
}

/** Whom an organisation asked for a word about an offer, and who agreed. */
export function ContactRequests({ requests }: { requests: ShownRequest[] }) {
  if (requests.length === 0) return null
  return (
    <Section title={`Vos demandes de contact (${requests.length})`} id="contacts">
      <ul className="rows">
        {requests.map(({ id, name, communeName, state, sentence, askedAt, contact }) => (
          <li key={id} className="row">
            <div className="stack-tight">
              <strong>{personTitle(name, communeName)}</strong>
              <p className="muted">
                Demandé le {formatDay(askedAt)}
                {sentence ? `. « ${sentence} »` : ''}
              </p>
              {contact ? <ContactLinks contact={contact} /> : null}
            </div>
            <div className="row-end">
              <Badge tone={state === 'agreed' ? 'ok' : 'neutral'}>{CONTACT_REQUEST_LABELS[state]}</Badge>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
