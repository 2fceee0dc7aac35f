import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { getVisitor } from '#app/http/actor.server.ts'
import { getFrame } from '#app/http/frame.server.ts'
import { getFrameOrOutage } from '#app/http/frame-outage.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const { context } = routeArgs(requestTo('/'))

test('before any territory is there, a page says so; once the account is gone, it names nobody', async () => {
  const empty = await answerOf(() => getFrameOrOutage(requestTo('/'), context))
  expect(empty).toMatchObject({
    status: 503,
    body: { message: expect.stringContaining('pas encore rempli') },
  })

  const { id } = await createAccount()
  const request = requestTo('/', { cookie: await signIn(id) })
  await getVisitor(request)
  expect((await getFrame(request, context)).actor).toMatchObject({ displayName: 'Nadia Benali' })
  await db().account.delete({ where: { id } })
  expect((await getFrame(request, context)).actor).toBeNull()
})
