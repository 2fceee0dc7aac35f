/** An e-mail to one person. `clientReference` is the message's id; `from` is a name and an address, or an address. */
export type Mail = {
  to: string
  from: string
  subject: string
  text: string
  html: string
  clientReference: string
  /** Address of the page where the person says stop, null when the message answers an act of her or his own. */
  unsubscribeUrl: string | null
}

/**
 * The mail port. `send` rejects with a `DeliveryError`. `beforeContent` is awaited just before anything is handed over:
 * until then the mail is surely not sent, and when it rejects the mail is not sent. `find` asks what became of a mail.
 */
export type Mailer = {
  send(mail: Mail, beforeContent: () => Promise<void>): Promise<{ providerId: string }>
  find(clientReference: string, since: Date): Promise<Fate>
}

/** What a provider knows of a message: it has it under an id, it surely does not, or it cannot tell. */
export type Fate = { kind: 'sent'; providerId: string } | { kind: 'not_sent' } | { kind: 'unknowable' }
