import fc from 'fast-check'
import { decideContact } from '#app/domain/contact.policy.ts'
import type { ContactCase } from '#app/domain/contact.ts'
import { holidaysAround } from '#workers/contact/holidays.ts'

/** A Monday, 10 h in Paris. */
export const MONDAY_10H = new Date('2026-06-01T08:00:00Z')
/** Nadia, reachable by SMS and e-mail, two messages a month, is to be told of an offer. */
export const base: ContactCase = {
  kind: 'match_proposed',
  person: {
    status: 'active',
    suspensionReason: null,
    channel: 'sms',
    phone: '+33639981234',
    email: 'nadia@example.org',
    monthlySolicitations: 2,
  },
  now: MONDAY_10H,
  holidays: holidaysAround(MONDAY_10H),
  isAnyHour: false,
  deadChannels: [],
  wantedChannel: null,
  solicitedAt: [],
  hasBeenSolicitedForOffer: false,
  offer: null,
}
/** What the policy decides once something is changed. */
export const decide = (change: Partial<ContactCase> & { who?: Partial<ContactCase['person']> } = {}) => {
  const { who, ...rest } = change
  const now = rest.now ?? base.now
  return decideContact({
    ...base,
    holidays: holidaysAround(now),
    ...rest,
    person: { ...base.person, ...who },
  })
}
export const at = (iso: string) => new Date(iso)
export const instants = fc.date({
  min: at('2024-01-01T00:00:00Z'),
  max: at('2031-12-31T00:00:00Z'),
  noInvalidDate: true,
})
