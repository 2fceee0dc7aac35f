import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOfferMark } from '#tests/factories/offer-mark.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker, listDelivered, listMessages } from './worker-context.ts'

useTestDatabase()

test.each([
  ['set_aside', 'cancelled', 0],
  ['kept', 'accepted', 1],
] as const)('an offer that the person has %s: its message is %s', async (mark, state, delivered) => {
  await db().$executeRaw`truncate message, local_delivery cascade`
  const worker = createTestWorker()
  const { actor } = await createOfficer()
  const match = await createMatch()
  await createOfferMark({ profileId: match.profileId, offerId: match.offerId, mark })
  await approveMatch({ actor, matchId: match.id, now: NOW })
  await worker.runAll()
  expect(await listMessages()).toMatchObject([{ subjectId: match.id, state }])
  expect(await listDelivered()).toHaveLength(delivered)
})
