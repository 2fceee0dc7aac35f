import { expect } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Role } from '#app/domain/actor.ts'
import { createAccount, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

/** Every field of the person is recognisable, and what is nobody's business most of all. */
export const PERSON = {
  firstName: 'Ginette',
  lastName: 'Zzyzx',
  phone: '+33639989901',
  email: 'ginette@example.org',
}
const LAST_SEEN = new Date('2026-05-17T03:17:17Z')
const SECRETS = ['eligiblePublics', 'minimum_benefits', '2026-05-17', 'monthlySolicitations', '49.511']
export const IDENTITY = ['Zzyzx', '639989901', '39 98 99 01', 'ginette@example.org']

const cookies = {} as Record<Role, string>

/** Somebody of whom every field is a canary, who has a referent, and an offer of an organisation, each of them signed in. */
export async function createCanary() {
  await createReferences()
  const recruiter = await createRecruiter()
  const { territoryId } = recruiter.actor
  const { organisationId } = recruiter
  cookies.recruiter = await signIn(recruiter.account.id)
  for (const role of ['relation_officer', 'referent'] as const)
    cookies[role] = await signIn((await createAccount({ role, territoryId })).id)
  const person = await createCandidate({
    account: { ...PERSON, territoryId },
    profile: {
      slots: ['mon_morning', 'mon_night'],
      contracts: ['cdi'],
      kinds: ['job'],
      availableFrom: '2026-07-01',
      latitude: 49.511,
    },
  })
  const profileId = person.profile.id
  await db().account.update({ where: { id: person.account.id }, data: { lastSeenAt: LAST_SEEN } })
  await db().session.create({
    data: {
      idHash: 'canary',
      accountId: person.account.id,
      role: 'candidate',
      device: 'Firefox sur Linux',
      createdAt: LAST_SEEN,
      lastSeenAt: LAST_SEEN,
      expiresAt: new Date('2030-01-01'),
    },
  })
  const referent = await db().account.findFirstOrThrow({ where: { role: 'referent' } })
  await db().portfolio.create({ data: { referentId: referent.id, profileId, since: NOW } })
  const { id: offerId } = await createOffer({ territoryId, organisationId, skills: [] })
  return { territoryId, profileId, offerId }
}

/** The arguments of a page opened by somebody of a role. */
export const argsAs = (role: Role, path: string, params: Record<string, string> = {}) =>
  routeArgs(requestTo(path, { cookie: cookies[role] }), params)
/** The body of an answer, sure to hold none of the secrets. */
export async function bodyOf<T>(call: () => unknown, forbidden: readonly string[] = []): Promise<T> {
  const { status, body } = await answerOf(call)
  expect(status).toBe(200)
  for (const secret of [...SECRETS, ...forbidden]) expect(JSON.stringify(body)).not.toContain(secret)
  return body as T
}

/** The file of that person, as a professional who follows her receives it. */
export const FILE = {
  name: 'Ginette Zzyzx',
  contact: { phone: { e164: PERSON.phone, display: '06 39 98 99 01' }, email: PERSON.email },
  communeName: 'Laon',
  kinds: ['job'],
  contracts: ['cdi'],
  hours: [],
  projects: [{ label: 'Commis / Commise de cuisine', experience: 'months' }],
  skills: ['éplucher et couper'],
  licences: ['Permis B (voiture)'],
  languages: ['fr'],
  slots: ['mon_morning', 'mon_night'],
  availableFrom: '2026-07-01',
  travelMeans: 'car',
}
