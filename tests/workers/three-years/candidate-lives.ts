import { db } from '#app/db/client.server.ts'
import { registrationOnBehalfSchema } from '#app/domain/registration-on-behalf.schema.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { addCvEntry } from '#app/use-cases/add-cv-entry.server.ts'
import { applyToOffer } from '#app/use-cases/apply-to-offer.server.ts'
import { changeContact } from '#app/use-cases/change-contact.server.ts'
import { keepCvFile } from '#app/use-cases/keep-cv-file.server.ts'
import { markDuplicate } from '#app/use-cases/mark-duplicate.server.ts'
import { openPerson } from '#app/use-cases/open-person.server.ts'
import { proposeDecision } from '#app/use-cases/propose-decision.server.ts'
import { proveIdentity } from '#app/use-cases/prove-identity.server.ts'
import { registerPerson } from '#app/use-cases/register-person.server.ts'
import { requestContactChange } from '#app/use-cases/request-contact-change.server.ts'
import { requestIdentityCode } from '#app/use-cases/request-identity-code.server.ts'
import { requestSignInCode } from '#app/use-cases/request-sign-in-code.server.ts'
import { saveRegistrationAnswer } from '#app/use-cases/save-registration-answer.server.ts'
import { saveSearch } from '#app/use-cases/save-search.server.ts'
import { pdfWith } from '#tests/factories/cv-file.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import type { Canary } from './canary.ts'
import { as, comeIn, done, type Stage } from './stage.ts'

const { romeCode: occupationCode } = OCCUPATIONS.kitchenHelp

/** Answers some of the questions of a sign-up: all five make a candidate. */
async function signUp(contact: string, { firstName, lastName }: Canary, now: Date, questions = 5) {
  const actor = as('newcomer', (await comeIn(contact, now)).actor)
  const answers = [
    { name: { firstName, lastName } },
    { commune: { communeCode: '02408' } },
    { occupation: { occupationCode, kinds: ['volunteering' as const] } },
    { travel: { means: 'car' as const, maxMinutes: 45 } },
    { agreements: { messages: true, visibility: true } },
  ]
  for (const answer of answers.slice(0, questions)) await done(saveRegistrationAnswer({ actor, answer, now }))
}

/** Signs up alone, by SMS or by e-mail, writes a line of a CV, adds a file, and applies with a sentence. */
export async function candidate(one: Canary, by: 'phone' | 'email', offerId: string, now: Date) {
  const contact = by === 'phone' ? one.typedPhone : one.email
  await signUp(contact, one, now)
  const actor = as('candidate', (await comeIn(contact, now)).actor)
  await done(addCvEntry({ actor, kind: 'experience', title: one.text, now }))
  await done(keepCvFile({ actor, file: { bytes: pdfWith(one.text) }, now }))
  await done(applyToOffer({ actor, offerId, sentence: one.text, now }))
  const query = new URLSearchParams({ q: one.text }).toString()
  const how = { rhythm: 'weekly', channel: by === 'phone' ? 'sms' : 'email' } as const
  await done(saveSearch({ actor, query, how, now }))
}

/** Stops in the middle of the sign-up. */
export const halfCandidate = (one: Canary, now: Date) => signUp(one.email, one, now, 3)

/** Asks for a code and is never seen again. */
export const passerBy = async (one: Canary, by: 'phone' | 'email', now: Date) =>
  done(requestSignInCode({ contact: by === 'phone' ? one.typedPhone : one.email, address: '192.0.2.7', now }))

/** Registered by the hotline on the telephone; read with a typed reason, and about to be suspended for another. */
export async function registeredByHotline(one: Canary, { hotline, officer }: Stage, now: Date) {
  const form = registrationOnBehalfSchema.parse({
    firstName: one.firstName,
    lastName: one.lastName,
    birthMonth: '5',
    phone: one.typedPhone,
    email: one.email,
    commune: 'Laon 02000',
    occupation: occupationCode,
    travelMeans: 'car',
    travelMaxMinutes: '30',
    how: 'phone',
    registration: 'on',
    messages: 'on',
    visibility: 'on',
  })
  const shown = await done(registerPerson({ actor: hotline.actor, form, now }))
  const seen = shown.kind === 'look_alikes' ? shown.people.map(({ accountId }) => accountId) : []
  const made = seen.length
    ? await done(registerPerson({ actor: hotline.actor, form: { ...form, seen }, now }))
    : shown
  if (made.kind !== 'registered') throw new Error('not registered')
  const { accountId } = made
  const { id: profileId } = await db().profile.findUniqueOrThrow({ where: { accountId } })
  await done(openPerson({ actor: hotline.actor, profileId, reason: one.text, now }))
  await done(proposeDecision({ actor: officer.actor, accountId, kind: 'suspend', reason: one.text, now }))
  return { accountId }
}

/** Registered twice by the hotline, the second account being closed for the first. */
export async function registeredTwice(one: Canary, double: Canary, stage: Stage, now: Date) {
  const { accountId: goodId } = await registeredByHotline(one, stage, now)
  const { accountId } = await registeredByHotline(double, stage, now)
  await done(markDuplicate({ actor: stage.hotline.actor, accountId, goodId, now }))
}

/** Changes the phone for another one, then asks for a new e-mail whose code is never typed. */
export async function mover(one: Canary, offerId: string, now: Date) {
  await candidate(one, 'email', offerId, now)
  const { actor, reference } = await comeIn(one.email, now)
  const { accountId } = as('candidate', actor)
  const lastCode = async () =>
    signInCode((await db().contactProof.findFirstOrThrow({ where: { accountId, usedAt: null } })).id)
  await done(requestIdentityCode({ actor, channel: 'email', now }))
  const proved = await done(proveIdentity({ actor, reference, code: await lastCode(), now }))
  const asking = { actor, reference: proved.reference, now } as const
  await done(requestContactChange({ ...asking, channel: 'sms', contact: one.typedPhone }))
  await done(changeContact({ actor, code: await lastCode(), now }))
  await done(requestContactChange({ ...asking, channel: 'email', contact: `${one.word}.autre@exemple.fr` }))
}
