/** A decision that takes two: `suspend` an account, or `lift` such a decision. */
export const REQUEST_KINDS = ['suspend', 'lift'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_DECISIONS = ['accepted', 'declined'] as const
export type RequestDecision = (typeof REQUEST_DECISIONS)[number]

/** What one professional proposes about an account with a typed reason, and what another one decided. */
export type SuspensionRequest = {
  id: string
  accountId: string
  kind: RequestKind
  reason: string
  proposedById: string
  proposedAt: Date
  decidedById: string | null
  decidedAt: Date | null
  decision: RequestDecision | null
}

/** A reason says what happened: at least this many characters. */
export const LEAST_REASON = 15
