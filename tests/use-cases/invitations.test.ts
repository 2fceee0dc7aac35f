import { describe, expect, test } from 'vitest'
import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { createMembership, listTeam } from '#app/db/memberships.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { invitationToken } from '#app/system/secrets.server.ts'
import { acceptInvitation } from '#app/use-cases/accept-invitation.server.ts'
import { answerJoinRequest } from '#app/use-cases/answer-join-request.server.ts'
import { appointAdministrator } from '#app/use-cases/appoint-administrator.server.ts'
import { changeMemberRole } from '#app/use-cases/change-member-role.server.ts'
import { endPost } from '#app/use-cases/end-post.server.ts'
import { handOverOrganisation } from '#app/use-cases/hand-over-organisation.server.ts'
import { inviteMember } from '#app/use-cases/invite-member.server.ts'
import { inviteProfessional } from '#app/use-cases/invite-professional.server.ts'
import { leaveOrganisation } from '#app/use-cases/leave-organisation.server.ts'
import { removeMember } from '#app/use-cases/remove-member.server.ts'
import { revokeMemberInvitation } from '#app/use-cases/revoke-member-invitation.server.ts'
import { revokeProfessionalInvitation } from '#app/use-cases/revoke-professional-invitation.server.ts'
import { createAccount, createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const visit = { previousReference: null, device: 'Test' }
const form = { firstName: 'Paul', lastName: 'Roux', consent: true }
const later = new Date(NOW.getTime() + 14 * 86_400_000)

type Administrator = Extract<Actor, { kind: 'administrator' }>
async function createAdministrator(): Promise<Administrator> {
  const { id: accountId, territoryId } = await createAccount({ role: 'administrator' })
  return { kind: 'administrator', accountId, territoryId }
}
async function lastInvitation(organisationId: string | null) {
  const row = await db().invitation.findFirstOrThrow({
    where: { organisationId },
    orderBy: { id: 'asc' },
  })
  return { ...row, token: invitationToken(row.id) }
}
const accept = (accountId: string, token: string, now = NOW) =>
  acceptInvitation({ accountId, token, form, visit, now })

describe('inviting into an organisation', () => {
  test('an unknown contact gets an account without name, unproved, and accepts once', async () => {
    const { actor, organisationId } = await createRecruiter()
    const contact = 'Paul.Roux@example.org'
    expect(await inviteMember({ actor, contact, role: 'member', now: NOW })).toEqual({
      ok: true,
      value: null,
    })
    const { accountId, token, tokenHash } = await lastInvitation(organisationId)
    expect(token).toMatch(/^[0-9A-Za-z]{22}$/)
    expect(tokenHash).not.toContain(token)
    expect(await findAccount(db(), accountId)).toMatchObject({
      email: 'paul.roux@example.org',
      firstName: '',
      verifiedAt: null,
    })
    const answers = await Promise.all([1, 2, 3, 4].map(() => accept(accountId, token)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'invitation_used')).toHaveLength(
      3,
    )
    const team = await listTeam(db(), organisationId)
    expect(Object.fromEntries(team.map((one) => [one.accountId, one.role]))).toEqual({
      [actor.accountId]: 'administrator',
      [accountId]: 'member',
    })
    expect(await findAccount(db(), accountId)).toMatchObject({ firstName: 'Paul', role: 'recruiter' })
    expect(await inviteMember({ actor, contact, role: 'member', now: NOW })).toMatchObject({
      refusal: { code: 'already_member' },
    })
  })

  test('nobody else accepts it, nor after 14 days, nor once it is taken back', async () => {
    const { actor, organisationId } = await createRecruiter()
    const invite = () => inviteMember({ actor, contact: '0639980777', role: 'member', now: NOW })
    await invite()
    const { id, accountId, token } = await lastInvitation(organisationId)
    const other = await createAccount()
    expect(await accept(other.id, token)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await accept(accountId, 'x'.repeat(22))).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await accept(accountId, token, later)).toMatchObject({ refusal: { code: 'invitation_expired' } })
    const { actor: stranger } = await createRecruiter()
    const revoke = (by: typeof actor) => revokeMemberInvitation({ actor: by, invitationId: id, now: NOW })
    expect(await revoke(stranger)).toMatchObject({ refusal: { code: 'not_found' } })
    expect((await revoke(actor)).ok).toBe(true)
    expect(await accept(accountId, token)).toMatchObject({ refusal: { code: 'invitation_revoked' } })
    expect(await listTeam(db(), organisationId)).toHaveLength(1)
  })

  test('a second invitation takes the first one back', async () => {
    const { actor, organisationId } = await createRecruiter()
    for (let i = 0; i < 2; i++) await inviteMember({ actor, contact: '0639980778', role: 'member', now: NOW })
    const rows = await db().invitation.findMany({ where: { organisationId } })
    expect(rows.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
  })

  test.each(['', 'abc', '0123', '0323248900', 'a@b'])(
    'the contact "%s" is refused in words',
    async (contact) => {
      const { actor } = await createRecruiter()
      expect(await inviteMember({ actor, contact, role: 'member', now: NOW })).toMatchObject({
        refusal: { code: 'invalid_input', fields: { contact: [expect.stringMatching(/\.|fr$/)] } },
      })
    },
  )

  test('a member invites nobody, and 30 a day are the most', async () => {
    const { actor, organisationId } = await createRecruiter()
    const member = await createAccount({ role: 'recruiter' })
    await createMembership(db(), { accountId: member.id, organisationId, role: 'member' }, NOW)
    const asMember = { ...actor, accountId: member.id }
    const invite = (by: typeof actor, n: number) =>
      inviteMember({ actor: by, contact: `06399870${String(n).padStart(2, '0')}`, role: 'member', now: NOW })
    expect(await invite(asMember, 0)).toMatchObject({ refusal: { code: 'forbidden' } })
    for (let n = 0; n < 30; n++) expect((await invite(actor, n)).ok).toBe(true)
    expect(await invite(actor, 31)).toMatchObject({ refusal: { code: 'too_many_requests' } })
  })
})

describe('the team', () => {
  async function createTeam() {
    const { actor, organisationId, account } = await createRecruiter()
    const other = await createAccount({ role: 'recruiter' })
    await createMembership(db(), { accountId: other.id, organisationId, role: 'member' }, NOW)
    const asOther = { ...actor, accountId: other.id }
    return { actor, organisationId, account, other, asOther }
  }
  const roles = async (organisationId: string) =>
    Object.fromEntries((await listTeam(db(), organisationId)).map(({ accountId, role }) => [accountId, role]))

  test('the last administrator hands over before leaving', async () => {
    const { actor, account, other, organisationId } = await createTeam()
    const leave = () => leaveOrganisation({ actor, visit, now: NOW })
    expect(await leave()).toMatchObject({ refusal: { code: 'last_administrator' } })
    expect(await changeMemberRole({ actor, memberId: account.id, role: 'member' })).toMatchObject({
      refusal: { code: 'last_administrator' },
    })
    expect((await handOverOrganisation({ actor, memberId: other.id })).ok).toBe(true)
    expect(await roles(organisationId)).toEqual({ [account.id]: 'member', [other.id]: 'administrator' })
    expect(await leave()).toMatchObject({ ok: true, value: { hats: [] } })
    expect(await roles(organisationId)).toEqual({ [other.id]: 'administrator' })
  })

  test('two administrators who leave at once: one stays', async () => {
    const { actor, other, asOther, organisationId } = await createTeam()
    await changeMemberRole({ actor, memberId: other.id, role: 'administrator' })
    const answers = await Promise.all(
      [actor, asOther].map((by) => leaveOrganisation({ actor: by, visit, now: NOW })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(Object.values(await roles(organisationId))).toEqual(['administrator'])
  })

  test('whoever is removed loses the hat at once, in every session', async () => {
    const { actor, other, organisationId } = await createTeam()
    await signIn(other.id, organisationId)
    expect((await removeMember({ actor, memberId: other.id, now: NOW })).ok).toBe(true)
    expect(await db().session.count({ where: { accountId: other.id, endedAt: null } })).toBe(0)
    expect(await db().accountChange.findMany({ where: { accountId: other.id } })).toMatchObject([
      { action: 'left_organisation', byId: actor.accountId },
    ])
  })

  test('a member changes nothing, and nobody reaches another team', async () => {
    const { actor, account, asOther } = await createTeam()
    const { account: foreign } = await createRecruiter()
    expect(await removeMember({ actor: asOther, memberId: account.id, now: NOW })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    for (const memberId of [foreign.id, unknownId()])
      for (const refused of [
        await removeMember({ actor, memberId, now: NOW }),
        await handOverOrganisation({ actor, memberId }),
        await changeMemberRole({ actor, memberId, role: 'member' }),
      ])
        expect(refused).toMatchObject({ refusal: { code: 'not_found' } })
  })

  test('somebody who asked is let in as a member, once, by her own organisation', async () => {
    const { actor, organisationId } = await createTeam()
    const asker = await createAccount()
    const request = { id: unknownId(), organisationId, accountId: asker.id, createdAt: NOW }
    await db().joinRequest.create({ data: request })
    const { actor: stranger } = await createRecruiter()
    const answer = (by: typeof actor) =>
      answerJoinRequest({ actor: by, joinRequestId: request.id, decision: 'accepted', now: NOW })
    expect(await answer(stranger)).toMatchObject({ refusal: { code: 'not_found' } })
    expect((await answer(actor)).ok).toBe(true)
    expect((await roles(organisationId))[asker.id]).toBe('member')
    expect(await answer(actor)).toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('the posts of the territory', () => {
  test('a post is taken by invitation, never twice, and ends with every session', async () => {
    const actor = await createAdministrator()
    const contact = '0639980779'
    expect((await inviteProfessional({ actor, contact, role: 'hotline', now: NOW })).ok).toBe(true)
    const { accountId, token } = await lastInvitation(null)
    expect(await findAccount(db(), accountId)).toMatchObject({ role: 'candidate' })
    expect((await accept(accountId, token)).ok).toBe(true)
    expect(await findAccount(db(), accountId)).toMatchObject({ role: 'hotline' })
    expect(await inviteProfessional({ actor, contact, role: 'referent', now: NOW })).toMatchObject({
      refusal: { code: 'post_held' },
    })
    expect((await endPost({ actor, accountId, now: NOW })).ok).toBe(true)
    expect(await findAccount(db(), accountId)).toMatchObject({ role: 'candidate' })
    expect(await db().session.count({ where: { accountId, endedAt: null } })).toBe(0)
    expect(await endPost({ actor, accountId, now: NOW })).toMatchObject({ refusal: { code: 'not_found' } })
  })

  test('two administrators who end each other’s post at once: one is left', async () => {
    const [one, other] = [await createAdministrator(), await createAdministrator()]
    const answers = await Promise.all([
      endPost({ actor: one, accountId: other.accountId, now: NOW }),
      endPost({ actor: other, accountId: one.accountId, now: NOW }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await endPost({ actor: one, accountId: one.accountId, now: NOW })).toMatchObject({ ok: false })
  })

  test('an invitation to an organisation is not one to a post: each is taken back in its own place', async () => {
    const { actor, organisationId } = await createRecruiter()
    await inviteMember({ actor, contact: '0639980780', role: 'member', now: NOW })
    const { id } = await lastInvitation(organisationId)
    const administrator = await createAdministrator()
    expect(
      await revokeProfessionalInvitation({ actor: administrator, invitationId: id, now: NOW }),
    ).toMatchObject({ refusal: { code: 'not_found' } })
  })

  test('whoever runs the servers makes the first administrator', async () => {
    await createOfficer({ email: 'deja@example.org' })
    const appoint = (contact: string) => appointAdministrator({ contact, now: NOW })
    expect(await appoint('premiere@example.org')).toEqual({ ok: true, value: null })
    expect(await db().account.findUnique({ where: { email: 'premiere@example.org' } })).toMatchObject({
      role: 'administrator',
      verifiedAt: null,
    })
    expect(await appoint('deja@example.org')).toMatchObject({ refusal: { code: 'post_held' } })
    expect(await appoint('rien')).toMatchObject({ refusal: { code: 'invalid_input' } })
  })
})
