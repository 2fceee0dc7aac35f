/**
 * Why a message did not go. `temporary`: surely not sent, try again, not before `retryAfterMs` when the provider says so.
 * `permanent`: surely not sent and never will be. `ambiguous`: perhaps sent, never to be sent again blindly.
 */
export type DeliveryFailure =
  | { kind: 'temporary'; retryAfterMs?: number }
  | { kind: 'permanent'; why: 'invalid' | 'blocked' }
  | { kind: 'ambiguous' }

/** Thrown by gateways. Its message holds codes of the protocol, never an address, a number or a text. */
export class DeliveryError extends Error {
  constructor(
    readonly failure: DeliveryFailure,
    message: string,
  ) {
    super(message)
    this.name = 'DeliveryError'
  }
}
