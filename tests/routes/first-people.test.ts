import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { OfferState } from '#app/domain/offer.ts'
import { loader } from '#app/routes/structure.offres.$offerId._index.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

type Page = { offer: { isProposed: boolean; people: { name: string | null; reasons: unknown[] }[] } }

let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let cookie: string
beforeAll(async () => {
  await createReferences()
  recruiter = await createRecruiter()
  cookie = await signIn(recruiter.account.id)
})

const visible = { visibility: 'visible' } as const
const person = (firstName: string, more: Parameters<typeof createCandidate>[0] = {}) =>
  createCandidate({
    ...more,
    account: { firstName, lastName: 'Zzyzx', ...more.account },
    profile: { ...visible, ...more.profile },
  })
const ownOffer = (state: OfferState) =>
  createOffer({
    organisationId: recruiter.organisationId,
    territoryId: recruiter.actor.territoryId,
    state,
    occupationCode: 'G1602',
  })
const read = async (offerId: string, as = cookie) => {
  const path = `/structure/offres/${offerId}`
  const { body } = await answerOf(() => loader(routeArgs(requestTo(path, { cookie: as }), { offerId })))
  return body as Page
}
const firstNames = async (offerId: string) =>
  (await read(offerId)).offer.people.map(({ name }) => name?.split(' ')[0]).sort()

describe('an offer for which nobody was proposed yet', () => {
  beforeAll(async () => {
    await person('Aline')
    await person('Bruno')
    await person('Cachée', { profile: { visibility: 'hidden' } })
    await person('Dormante', { account: { status: 'suspended', suspensionReason: 'inactivity' } })
    await person('Stop', { account: { channel: 'none' } })
    await person('Jamais', { account: { monthlySolicitations: 0 } })
    await person('Loin', { profile: { latitude: 43.3, longitude: 5.4 } })
    await person('Bénévole', { profile: { kinds: ['volunteering'] } })
    await person('Ailleurs', { profile: { projects: [{ occupationCode: 'A1405', experience: 'none' }] } })
  })

  test.each(['draft', 'in_review', 'published'] as const)(
    'shows who is near once %s, with reasons',
    async (state) => {
      const { offer } = await read((await ownOffer(state)).id)
      expect(offer.isProposed).toBe(false)
      expect(offer.people.map(({ name }) => name).sort()).toEqual(['Aline Z.', 'Bruno Z.'])
      for (const { reasons } of offer.people) expect(reasons.length).toBeGreaterThan(0)
    },
  )

  test('leaves out who declined or applied, and logs who was shown', async () => {
    const offer = await ownOffer('published')
    const declined = await person('Refus')
    const applied = await person('Candidate')
    await createMatch({ offerId: offer.id, profileId: declined.profile.id, state: 'declined' })
    await createApplication({ offerId: offer.id, profileId: applied.profile.id })
    const before = await db().accessLog.count()
    expect(await firstNames(offer.id)).toEqual(['Aline', 'Bruno'])
    expect(await db().accessLog.count()).toBe(before + 3)
  })

  test('shows five at most, and nobody once it is closed', async () => {
    for (const name of ['Un', 'Deux', 'Trois', 'Quatre']) await person(name)
    expect((await read((await ownOffer('published')).id)).offer.people).toHaveLength(5)
    for (const state of ['suspended', 'filled', 'withdrawn'] as const)
      expect((await read((await ownOffer(state)).id)).offer.people).toEqual([])
  })

  test('shows nobody to an organisation that is not verified', async () => {
    const organisation = await createOrganisation({ state: 'pending' })
    const { account } = await createRecruiter({ organisationId: organisation.id })
    const offer = await createOffer({
      organisationId: organisation.id,
      state: 'draft',
      occupationCode: 'G1602',
    })
    const page = await read(offer.id, await signIn(account.id))
    expect(page.offer.people).toEqual([])
  })

  test('gives way to the proposals once there are some', async () => {
    const offer = await ownOffer('published')
    const proposed = await person('Proposée')
    await createMatch({ offerId: offer.id, profileId: proposed.profile.id, state: 'approved' })
    expect(await firstNames(offer.id)).toEqual(['Proposée'])
    expect((await read(offer.id)).offer.isProposed).toBe(true)
  })
})
