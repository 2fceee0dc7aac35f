import { LinkButton } from '#app/components/ui/link-button.tsx'

type Contact = { phone: { e164: string; display: string } | null; email: string | null }

/** The phone and the e-mail of a person, one gesture each. */
export function ContactLinks({ contact: { phone, email } }: { contact: Contact }) {
  return (
    <div className="cluster">
      {phone ? (
        <LinkButton href={`tel:${phone.e164}`} look="secondary" icon="phone">
          {phone.display}
        </LinkButton>
      ) : null}
      {email ? (
        <LinkButton href={`mailto:${email}`} look="secondary" icon="mail">
          {email}
        </LinkButton>
      ) : null}
    </div>
  )
}
