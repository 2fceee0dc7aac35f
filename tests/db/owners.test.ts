import { beforeAll, describe, expect, test } from 'vitest'
import { listProfessionals, listRecruiters } from '#app/db/accounts.server.ts'
import { listOfferIdsProposing } from '#app/db/allocations.server.ts'
import { db } from '#app/db/client.server.ts'
import { createContactProof, findPendingProof } from '#app/db/contact-proofs.server.ts'
import { lockLeaving } from '#app/db/erasure.server.ts'
import { createJoinRequest, listJoinRequests } from '#app/db/join-requests.server.ts'
import { listNamedTeam } from '#app/db/memberships.server.ts'
import { listNamedProfiles } from '#app/db/near-people.server.ts'
import { listOfferNames } from '#app/db/offer-names.server.ts'
import { listExpiringOffers } from '#app/db/offers-due.server.ts'
import { findLastOrganisationChange, recordOrganisationChange } from '#app/db/organisation-changes.server.ts'
import { listOwnOrganisations } from '#app/db/organisations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { endOneSession, findOpenSession, listOpenSessions } from '#app/db/own-sessions.server.ts'
import { findPersonRelation } from '#app/db/persons.server.ts'
import { listFollowings } from '#app/db/portfolios.server.ts'
import { readingPaceOf } from '#app/db/reading-pace.server.ts'
import { listReadingAlarms, listReadingsOfProfile } from '#app/db/readings.server.ts'
import { findRegistrar } from '#app/db/registrations-on-behalf.server.ts'
import { countRecoveryCodes, listFactorHolders } from '#app/db/second-factors.server.ts'
import { countSpontaneous, listPublishedOffersOf } from '#app/db/shown-organisations.server.ts'
import { listCodesSince, listLiveCodes } from '#app/db/sign-in-codes.server.ts'
import { hasBeenSolicited } from '#app/db/solicitations.server.ts'
import { findDecisionReason, listWaitingRequests } from '#app/db/suspension-requests.server.ts'
import { listOffersToTell } from '#app/db/told-offers.server.ts'
import type { ContactProof } from '#app/domain/contact-proof.ts'
import { newId } from '#app/system/id.server.ts'
import { access, log } from '#tests/factories/access.ts'
import { createAccount } from '#tests/factories/account.ts'
import { createSpontaneous } from '#tests/factories/application.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOfferMark } from '#tests/factories/offer-mark.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { createWholePerson } from '#tests/factories/whole-person.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

type Whole = Awaited<ReturnType<typeof createWholePerson>>
const later = (ms: number) => new Date(NOW.getTime() + ms)
const DAY_MS = 86_400_000
const BEFORE = later(-DAY_MS)
const PAGE = { page: 1, pageSize: 20 }

let mine: Whole
let theirs: Whole
let awayId = ''
let theirSession = ''

const proof = (accountId: string): ContactProof => ({
  id: newId(),
  accountId,
  purpose: 'change',
  channel: 'email',
  contact: 'nouveau@example.org',
  previous: null,
  createdAt: NOW,
  expiresAt: later(DAY_MS),
  usedAt: null,
})

beforeAll(async () => {
  mine = await createWholePerson()
  theirs = await createWholePerson()
  awayId = (await createTerritory({ departementCode: '60', name: 'Oise' })).id
  theirSession = (await db().session.findFirstOrThrow({ where: { accountId: theirs.account.id } })).idHash
  await db().consent.updateMany({ where: { accountId: theirs.account.id }, data: { givenAt: BEFORE } })
  await db().suspensionRequest.updateMany({
    where: { accountId: theirs.account.id },
    data: { decision: 'accepted', decidedAt: NOW, decidedById: theirs.officer.account.id },
  })
  await createContactProof(db(), proof(theirs.account.id), 5)
  const action = 'registered'
  const { organisationId } = theirs.employer
  await recordOrganisationChange(db(), { organisationId, action, reason: null, accountId: null, at: NOW })
  const payload = { accountId: mine.officer.account.id }
  await appendEvents(db(), [{ type: 'reading.alarmed', payload }], NOW)
})

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

describe('what is asked of one account, person or organisation tells nothing of another', () => {
  test('organisations: who recruits, who is in the team, who asks, what happened', async () => {
    const { organisationId, account } = mine.employer
    const team = [account.id, mine.account.id].sort()
    expect(idsOf(await listRecruiters(db(), organisationId)).sort()).toEqual(team)
    const members = await listNamedTeam(db(), organisationId)
    expect(members.map(({ accountId }) => accountId).sort()).toEqual(team)
    const asking = await listJoinRequests(db(), organisationId)
    expect(asking.map(({ accountId }) => accountId)).toEqual([mine.account.id])
    expect(await findLastOrganisationChange(db(), organisationId, 'registered')).toBeNull()
    expect(idsOf(await listOwnOrganisations(db(), mine.account.id))).toEqual([organisationId])
  })

  test('organisations: the offers on line, and what is sent without any', async () => {
    const { organisationId } = mine.employer
    const offers = await listPublishedOffersOf(db(), organisationId, PAGE)
    expect(idsOf(offers.map(({ offer }) => offer))).toEqual([mine.offer.id])
    const before = await countSpontaneous(db(), organisationId, ['sent'])
    const { id } = await createSpontaneous({ organisationId: theirs.employer.organisationId })
    expect(await countSpontaneous(db(), organisationId, ['sent'])).toBe(before)
    expect(await countSpontaneous(db(), theirs.employer.organisationId, ['sent'])).toBeGreaterThan(0)
    await db().application.delete({ where: { id } })
  })

  test('people: who proposes them, who read them, who registered them, what was decided', async () => {
    const { account, profile, officer, offer, match } = mine
    const scope = { kind: 'candidate', profileId: profile.id } as const
    expect(await listOfferIdsProposing(db(), [profile.id])).toEqual([offer.id])
    const { readings, total } = await listReadingsOfProfile(db(), scope, PAGE)
    expect([readings.length, total]).toEqual([1, 1])
    expect(await findRegistrar(db(), account.id)).toBe(officer.account.id)
    const followings = await listFollowings(db(), profile.id)
    expect(followings.map(({ referentId }) => referentId).sort()).toEqual(
      [officer.account.id, account.id].sort(),
    )
    expect(await findDecisionReason(db(), account.id)).toBeNull()
    const solicited = (accountId: string) => hasBeenSolicited(db(), { accountId, matchId: match.id })
    expect([await solicited(account.id), await solicited(theirs.account.id)]).toEqual([true, false])
  })

  test('who opened whom with a reason', async () => {
    const scope = { kind: 'territory', territoryId: mine.account.territoryId } as const
    const opened = async (reader: Whole, { profile }: Whole) => {
      const of = { accountId: reader.officer.account.id, profileId: profile.id }
      return (await findPersonRelation(db(), scope, of))?.openedAt
    }
    expect(await opened(mine, mine)).toEqual(NOW)
    expect(await opened(mine, theirs)).toBeNull()
    expect(await opened(theirs, mine)).toBeNull()
  })

  test('sessions, codes and proofs', async () => {
    const { id: accountId } = mine.account
    expect(await listOpenSessions(db(), accountId, NOW)).toHaveLength(1)
    expect(await findOpenSession(db(), { accountId, idHash: theirSession, now: NOW })).toBeNull()
    expect(await endOneSession(db(), { accountId, idHash: theirSession, now: NOW })).toBe(false)
    expect(await countRecoveryCodes(db(), accountId)).toBe(1)
    expect(await listCodesSince(db(), accountId, BEFORE)).toHaveLength(1)
    const live = { id: newId(), accountId: theirs.account.id, channel: 'sms', createdAt: BEFORE }
    await db().signInCode.create({ data: { ...live, expiresAt: later(DAY_MS) } })
    expect(await listLiveCodes(db(), accountId, NOW)).toEqual([])
    expect(await listLiveCodes(db(), theirs.account.id, NOW)).toMatchObject([{ id: live.id }])
    await db().signInCode.delete({ where: { id: live.id } })
    expect(await findPendingProof(db(), { accountId, purpose: 'change', now: NOW })).toBeNull()
    const asked = { ...proof(accountId), expiresAt: NOW }
    expect(await createContactProof(db(), asked, 2)).toBe(true)
    await db().contactProof.delete({ where: { id: asked.id } })
  })

  test('somebody who waits for a place may ask for another, and somebody else for the same', async () => {
    const { id: fresh } = await createAccount()
    const ask = (accountId: string, { employer: { organisationId } }: Whole) =>
      createJoinRequest(db(), { id: newId(), accountId, organisationId, createdAt: NOW })
    expect(await ask(theirs.account.id, theirs)).toBe(false)
    expect(await ask(fresh, theirs)).toBe(true)
    expect(await ask(fresh, mine)).toBe(true)
    await db().joinRequest.deleteMany({ where: { accountId: fresh } })
  })

  test('what one person set aside is still told to another', async () => {
    const { id: offerId } = await createOffer()
    const of = { offerIds: [offerId] }
    await createOfferMark({ profileId: theirs.profile.id, offerId, mark: 'set_aside' })
    expect(await listOffersToTell(db(), { profileId: mine.profile.id, ...of })).toEqual([offerId])
    expect(await listOffersToTell(db(), { profileId: theirs.profile.id, ...of })).toEqual([])
  })

  test('the usual day of a reader is not that of the others', async () => {
    const reader = newId()
    await log(access({ accountId: newId(), at: later(-3 * DAY_MS) }))
    await log(...Array.from({ length: 91 }, () => access({ accountId: reader, at: NOW })))
    expect(await readingPaceOf(db(), reader, NOW)).toMatchObject({ lastDay: 91, usualDay: 0 })
  })
})

test('what is asked of a territory tells nothing of another', async () => {
  const territoryId = awayId
  expect(await listProfessionals(db(), territoryId)).toEqual([])
  expect(await listFactorHolders(db(), { territoryId, except: newId() })).toEqual([])
  expect(await listWaitingRequests(db(), territoryId)).toEqual([])
  expect(await listReadingAlarms(db(), { kind: 'territory', territoryId }, 5)).toEqual([])
  const dates = { after: NOW, until: later(400 * DAY_MS) }
  expect(await listExpiringOffers(db(), { territoryId, ...dates })).toEqual([])
  const here = mine.account.territoryId
  expect(await listExpiringOffers(db(), { territoryId: here, ...dates })).not.toEqual([])
  const profileIds = [mine.profile.id]
  expect([...(await listNamedProfiles(db(), territoryId, profileIds)).keys()]).toEqual([])
  expect([...(await listNamedProfiles(db(), here, profileIds)).keys()]).toEqual(profileIds)
  expect(await lockLeaving(db(), { accountId: mine.account.id, territoryId })).toBeNull()
})

test('the name of an offer never published is told to nobody, and nobody is reminded of an imported one', async () => {
  const expiresAt = later(DAY_MS)
  const draft = await createOffer({ state: 'draft', publishedAt: null })
  const imported = await createOffer({ organisationId: null, expiresAt })
  const own = await createOffer({ expiresAt })
  const names = await listOfferNames(db(), [draft.id, own.id])
  expect([...names]).toEqual([[own.id, own.title]])
  const { territoryId } = mine.account
  const expiring = idsOf(await listExpiringOffers(db(), { territoryId, after: NOW, until: expiresAt }))
  expect(expiring).toContain(own.id)
  expect(expiring).not.toContain(imported.id)
})
