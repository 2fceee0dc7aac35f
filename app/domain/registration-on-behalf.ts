import type { Account } from './account.ts'
import { type ConsentPurpose, messagesStand } from './consent.ts'
import type { ContactChoice } from './contact.decide.ts'
import { canReceiveSms } from './phone.ts'
import type { FirstAnswers } from './profile.ts'
import type { RegistrationOnBehalf } from './registration-on-behalf.schema.ts'

/** What the person agreed to, one by one, being written to as `choice` says. */
export const agreedPurposes = (
  { visibility }: RegistrationOnBehalf,
  choice: ContactChoice,
): ConsentPurpose[] => [
  'registration',
  ...(messagesStand(choice) ? (['messages'] as const) : []),
  ...(visibility ? (['visibility'] as const) : []),
]

/** What somebody's answers to who registers her or him say for the first profile: seasons and missions are opted into later. */
export const firstAnswersOnBehalf = (form: RegistrationOnBehalf): FirstAnswers => ({
  occupationCode: form.occupation,
  otherKinds: [],
  travel: { means: form.travelMeans, maxMinutes: form.travelMaxMinutes },
  mayBeFound: form.visibility,
})

/**
 * The account of somebody registered by somebody else. Nobody has answered from the phone or the e-mail yet: the first code
 * proves it. Whoever did not agree to messages about offers has a budget of 0; without phone and e-mail nobody is written to.
 */
export const accountOnBehalf = (
  form: Pick<RegistrationOnBehalf, 'firstName' | 'lastName' | 'email' | 'messages'>,
  more: { id: string; territoryId: string; phone: string | null; monthlySolicitations: number },
): Account => ({
  id: more.id,
  territoryId: more.territoryId,
  role: 'candidate',
  firstName: form.firstName,
  lastName: form.lastName,
  phone: more.phone,
  email: form.email,
  channel: more.phone && canReceiveSms(more.phone) ? 'sms' : form.email ? 'email' : 'none',
  monthlySolicitations: form.messages ? more.monthlySolicitations : 0,
  status: 'active',
  suspensionReason: null,
  verifiedAt: null,
})
