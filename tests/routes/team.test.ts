import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { MembershipRole } from '#app/domain/organisation.ts'
import type { TeamPage } from '#app/queries/team-page.server.ts'
import { loader } from '#app/routes/structure.equipe.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const nextRoles = async (accountId: string, organisationId: string) => {
  const cookie = await signIn(accountId, organisationId)
  const { body } = await answerOf(() => loader(routeArgs(requestTo('/structure/equipe', { cookie }))))
  return new Map((body as TeamPage).members.map(({ id, nextRole }) => [id, nextRole]))
}

test('an administrator is offered to step down as long as somebody else administers, a member nothing', async () => {
  const { account: first, organisationId } = await createRecruiter()
  const { account: second } = await createRecruiter({ organisationId })
  const make = (accountId: string, role: MembershipRole) =>
    db().membership.update({
      where: { accountId_organisationId: { accountId, organisationId } },
      data: { role },
    })
  expect(await nextRoles(first.id, organisationId)).toEqual(
    new Map([
      [first.id, 'member'],
      [second.id, 'member'],
    ]),
  )
  await make(second.id, 'member')
  expect(await nextRoles(first.id, organisationId)).toEqual(
    new Map([
      [first.id, null],
      [second.id, 'administrator'],
    ]),
  )
  expect([...(await nextRoles(second.id, organisationId)).values()]).toEqual([null, null])
})
