import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { removeCvFile } from '#app/db/cv-files.server.ts'
import { revokeWaitingInvitations } from '#app/db/invitations.server.ts'
import { removeOfferMark } from '#app/db/offer-marks.server.ts'
import { endOneSession, endOtherSessions } from '#app/db/own-sessions.server.ts'
import { endFollowing } from '#app/db/portfolios.server.ts'
import { deleteRegistration } from '#app/db/registrations.server.ts'
import { fillAccount } from '#app/db/registrations-on-behalf.server.ts'
import { pauseSearchesOf } from '#app/db/saved-searches.server.ts'
import { deleteSecondFactor, replaceRecoveryCodes, takeStep } from '#app/db/second-factors.server.ts'
import { endSessionsOf } from '#app/db/sessions.server.ts'
import { deleteCodesOf, spendCodesOf } from '#app/db/sign-in-codes.server.ts'
import { newId } from '#app/system/id.server.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { createCvFile } from '#tests/factories/cv-file.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOfferMark } from '#tests/factories/offer-mark.ts'
import { createWholePerson } from '#tests/factories/whole-person.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

type Whole = Awaited<ReturnType<typeof createWholePerson>>
const BEFORE = new Date(NOW.getTime() - 1000)

let mine: Whole
let theirs: Whole
let theirSession = ''

beforeEach(async () => {
  mine = await createWholePerson()
  theirs = await createWholePerson()
  const accountId = theirs.account.id
  theirSession = (await db().session.findFirstOrThrow({ where: { accountId } })).idHash
  await db().signInCode.updateMany({ data: { usedAt: null } })
  const { employer, officer } = mine
  await db().invitation.create({
    data: {
      id: newId(),
      tokenHash: hashToken(newId()),
      territoryId: theirs.account.territoryId,
      accountId,
      role: 'recruiter',
      organisationId: employer.organisationId,
      invitedById: employer.account.id,
      createdAt: BEFORE,
      expiresAt: NOW,
    },
  })
  await db().portfolio.create({
    data: { referentId: officer.account.id, profileId: theirs.profile.id, since: NOW },
  })
  await createOfferMark({ profileId: theirs.profile.id, offerId: mine.offer.id })
})

/** The rows that could be touched by mistake, by the person they belong to. */
async function rowsOf({ account, profile }: Whole) {
  const where = { accountId: account.id }
  return {
    sessions: await db().session.findMany({ where }),
    codes: await db().signInCode.findMany({ where }),
    factors: await db().secondFactor.findMany({ where }),
    recovery: await db().recoveryCode.findMany({ where }),
    registrations: await db().registration.findMany({ where }),
    invitations: await db().invitation.findMany({ where, orderBy: { id: 'asc' } }),
    marks: await db().offerMark.findMany({
      where: { profileId: profile.id },
      orderBy: { offerId: 'asc' },
    }),
    searches: await db().savedSearch.findMany({ where: { profileId: profile.id } }),
    cvFiles: await db().cvFile.findMany({ where: { profileId: profile.id } }),
    followed: await db().portfolio.findMany({
      where: { profileId: profile.id },
      orderBy: { referentId: 'asc' },
    }),
  }
}

const DONE: [string, () => Promise<unknown>][] = [
  [
    'ending a session that is somebody else’s',
    () => endOneSession(db(), { accountId: mine.account.id, idHash: theirSession, now: NOW }),
  ],
  [
    'ending the other sessions',
    () => endOtherSessions(db(), { accountId: mine.account.id, idHash: 'this one', now: NOW }),
  ],
  ['ending every session', () => endSessionsOf(db(), mine.account.id, NOW)],
  ['spending the codes', () => spendCodesOf(db(), mine.account.id, NOW)],
  ['forgetting the codes', () => deleteCodesOf(db(), mine.account.id)],
  ['taking the second factor away', () => deleteSecondFactor(db(), mine.account.id)],
  ['accepting a step of a second factor', () => takeStep(db(), mine.account.id, 9)],
  [
    'replacing the recovery codes',
    () => replaceRecoveryCodes(db(), mine.account.id, [{ id: newId(), codeHash: hashToken(newId()) }]),
  ],
  ['filling an account in', () => fillAccount(db(), mine.account)],
  ['forgetting a sign-up', () => deleteRegistration(db(), mine.account.id)],
  [
    'taking what waits back',
    () =>
      revokeWaitingInvitations(
        db(),
        { organisationId: mine.employer.organisationId },
        { accountId: mine.account.id, now: BEFORE },
      ),
  ],
  ['replacing a file of CV', () => createCvFile({ profileId: mine.profile.id, text: 'Cueillette' })],
  [
    'removing a file of CV',
    () => removeCvFile(db(), { kind: 'candidate', profileId: mine.profile.id }, mine.profile.id),
  ],
  [
    'removing a file of CV in the name of the platform',
    () => removeCvFile(db(), { kind: 'system' }, mine.profile.id),
  ],
  [
    'forgetting what was done with an offer',
    () => removeOfferMark(db(), { profileId: mine.profile.id, offerId: mine.offer.id }),
  ],
  ['pausing the searches', () => pauseSearchesOf(db(), mine.profile.id, NOW)],
  [
    'no longer following somebody',
    () => endFollowing(db(), { referentId: mine.officer.account.id, profileId: mine.profile.id, now: NOW }),
  ],
]

test.each(DONE)('%s leaves the others alone', async (_, act) => {
  const before = await rowsOf(theirs)
  for (const rows of Object.values(before)) expect(rows).not.toEqual([])
  await act()
  expect(await rowsOf(theirs)).toEqual(before)
})
