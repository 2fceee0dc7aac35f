import type { Account } from './account.ts'
import { type ConsentPurpose, messagesStand } from './consent.ts'
import type { ContactChoice } from './contact.decide.ts'
import type { FirstAnswers } from './profile.ts'
import type { CompleteRegistration } from './registration.ts'

/** What a sign-up says for the first profile. */
export const firstAnswers = ({ occupation, travel, agreements }: CompleteRegistration): FirstAnswers => ({
  occupationCode: occupation.occupationCode,
  otherKinds: occupation.kinds,
  travel,
  mayBeFound: agreements.visibility,
})

/**
 * How a person who has just signed up is written to: by the contact that was proved. Whoever did not agree to messages about
 * offers gets none (a budget of 0), and still hears of her or his own applications.
 */
export const firstContactChoice = (
  { agreements }: CompleteRegistration,
  { phone }: Pick<Account, 'phone'>,
  monthlySolicitations: number,
): ContactChoice => ({
  channel: phone ? 'sms' : 'email',
  monthlySolicitations: agreements.messages ? monthlySolicitations : 0,
})

/** What the person agreed to by signing up, being written to as `choice` says. */
export const consentsOf = ({ agreements }: CompleteRegistration, choice: ContactChoice): ConsentPurpose[] => [
  'registration',
  ...(messagesStand(choice) ? (['messages'] as const) : []),
  ...(agreements.visibility ? (['visibility'] as const) : []),
]
