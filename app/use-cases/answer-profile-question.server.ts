import type { Db } from '#app/db/client.server.ts'
import { listLicences, listSkills } from '#app/db/occupations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { findProfile, saveProfile } from '#app/db/profiles.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { SAID_ONLINE, situationStands, visibilityStands } from '#app/domain/consent.ts'
import { answeredAfter, missingQuestions, type ProfileQuestion } from '#app/domain/profile.questions.ts'
import type { ProfileAnswer } from '#app/domain/profile.schema.ts'
import type { Profile } from '#app/domain/profile.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { findTypedCommune } from './find-typed-commune.server.ts'
import { keepConsent } from './keep-consent.server.ts'

/** The question to ask next; null when this one had an answer before, or nothing is left to ask. */
export type AnsweredQuestion = { next: ProfileQuestion | null }

/** Codes that name something unknown did not come from our lists. */
async function findUnknownCodes(tx: Db, { licences = [], skills = [] }: ProfileAnswer) {
  const fields: Record<string, string[]> = {}
  const check = (field: string, asked: string[], known: { code: string }[]) => {
    if (!asked.every((code) => known.some((row) => row.code === code)))
      fields[field] = ['Choisissez dans la liste.']
  }
  if (licences.length > 0) check('licences', licences, await listLicences(tx))
  if (skills.length > 0) check('skills', skills, await listSkills(tx))
  return Object.keys(fields).length > 0 ? refuse('invalid_input', fields) : ok(null)
}

/** What a typed commune changes: the person is at its centre. */
async function placeOf(typed: string | undefined): Promise<Result<Partial<Profile>>> {
  if (typed === undefined) return ok({})
  const commune = await findTypedCommune(typed)
  if (typeof commune === 'string') return refuse('invalid_input', { commune: [commune] })
  const { inseeCode: communeCode, latitude, longitude } = commune
  return ok({ communeCode, latitude, longitude })
}

type Options = {
  actor: Actor
  question: ProfileQuestion
  answer: ProfileAnswer | ((profile: Profile) => Result<ProfileAnswer>)
  /** The version that the page showed; null for a gesture that means the same whatever was changed beside it. */
  version: number | null
  now: Date
}

/** What is written down of the consents follows what the profile now says; the situation's only where it was asked. */
async function keepConsents(tx: Db, profile: Profile, question: ProfileQuestion, now: Date): Promise<void> {
  const given = { accountId: profile.accountId, said: SAID_ONLINE, now }
  await keepConsent(tx, { ...given, purpose: 'visibility', stands: visibilityStands(profile) })
  if (question === 'situation')
    await keepConsent(tx, { ...given, purpose: 'situation', stands: situationStands(profile) })
}

/** Answers a question of a profile inside the caller's transaction. Refusals as `answerProfileQuestion`. */
export async function answerQuestion(tx: Db, options: Options): Promise<Result<AnsweredQuestion>> {
  const { actor, question, version, now } = options
  if (actor.kind !== 'candidate') return refuse('forbidden')
  const profile = await findProfile(tx, scopeOf(actor), actor.profileId)
  if (!profile) return refuse('not_found')
  const decided = typeof options.answer === 'function' ? options.answer(profile) : ok(options.answer)
  if (!decided.ok) return decided
  const { commune, isWithheld = false, ...change } = decided.value
  const place = await placeOf(commune)
  if (!place.ok) return place
  const known = await findUnknownCodes(tx, change)
  if (!known.ok) return known
  const answered = answeredAfter(profile.answered, question, isWithheld)
  const changed = { ...profile, ...change, ...place.value, answered }
  const next = { ...changed, version: profile.version + 1, updatedAt: now }
  if (!(await saveProfile(tx, next, version ?? profile.version))) return refuse('stale_version')
  await keepConsents(tx, next, question, now)
  await appendEvents(tx, [{ type: 'profile.changed', payload: { profileId: profile.id } }], now)
  const wasMissing = missingQuestions(profile).includes(question)
  return ok({ next: wasMissing ? (missingQuestions(next)[0] ?? null) : null })
}

/**
 * A candidate answers one question about what she or he can and wants to do; the answer is kept at once. The person is placed
 * at the commune's centre; the consents follow the visibility and the situations chosen. Refusals: `forbidden`, `invalid_input`
 * beside its fields, `stale_version`.
 */
export const answerProfileQuestion = (options: Options): Promise<Result<AnsweredQuestion>> =>
  inTransaction((tx) => answerQuestion(tx, options))
