import type { Db } from '#app/db/client.server.ts'
import { listLicences, listOccupations, listSkills } from '#app/db/occupations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { findProfile, saveProfile } from '#app/db/profiles.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { SAID_ONLINE, visibilityStands } from '#app/domain/consent.ts'
import type { ProfileForm } from '#app/domain/profile.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { findTypedCommune } from './find-typed-commune.server.ts'
import { keepConsent } from './keep-consent.server.ts'

/** The fields that name something unknown: what was sent did not come from our lists. */
async function findUnknownCodes(tx: Db, { projects, licences, skills }: ProfileForm['profile']) {
  const fields: Record<string, string[]> = {}
  const check = (field: string, asked: string[], known: { code: string }[], sentence: string) => {
    if (!asked.every((code) => known.some((row) => row.code === code))) fields[field] = [sentence]
  }
  const occupations = (await listOccupations(tx)).map(({ romeCode }) => ({ code: romeCode }))
  const asked = projects.map(({ occupationCode }) => occupationCode)
  check('project1', asked, occupations, 'Choisissez un métier de la liste.')
  check('licences', licences, await listLicences(tx), 'Choisissez dans la liste.')
  check('skills', skills, await listSkills(tx), 'Choisissez dans la liste.')
  return fields
}

/**
 * A candidate says what she or he can and wants to do. The person is placed at the commune's centre; the consent to be found
 * follows the visibility chosen. Refusals: `forbidden`,
 * `invalid_input` beside its fields, `stale_version`.
 */
export function updateProfile(options: {
  actor: Actor
  form: ProfileForm
  now: Date
}): Promise<Result<null>> {
  const { actor, form, now } = options
  return inTransaction(async (tx) => {
    if (actor.kind !== 'candidate') return refuse('forbidden')
    const profile = await findProfile(tx, scopeOf(actor), actor.profileId)
    if (!profile) return refuse('not_found')
    const commune = await findTypedCommune(tx, form.commune)
    const fields = await findUnknownCodes(tx, form.profile)
    if (typeof commune === 'string') return refuse('invalid_input', { ...fields, commune: [commune] })
    if (Object.keys(fields).length > 0) return refuse('invalid_input', fields)
    const { inseeCode: communeCode, latitude, longitude } = commune
    const place = { communeCode, latitude, longitude }
    const next = { ...profile, ...form.profile, ...place, version: profile.version + 1, updatedAt: now }
    if (!(await saveProfile(tx, next, form.version))) return refuse('stale_version')
    const { accountId } = actor
    const consent = { accountId, purpose: 'visibility', stands: visibilityStands(next) } as const
    await keepConsent(tx, { ...consent, said: SAID_ONLINE, now })
    await appendEvents(tx, [{ type: 'profile.changed', payload: { profileId: profile.id } }], now)
    return ok(null)
  })
}
