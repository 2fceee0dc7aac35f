import type { Fate } from './mailer.ts'

/** One SMS. `to` is E.164, `from` at most 11 letters or digits, `clientReference` the message's id. */
export type Sms = { to: string; from: string; text: string; clientReference: string }

/**
 * The SMS port. `send` rejects with a `DeliveryError`. `beforeContent` is awaited just before anything is handed over:
 * until then the SMS is surely not sent, and when it rejects the SMS is not sent. `find` asks what became of an SMS.
 */
export type SmsGateway = {
  send(sms: Sms, beforeContent: () => Promise<void>): Promise<{ providerId: string; segments: number }>
  find(clientReference: string, since: Date): Promise<Fate>
}
