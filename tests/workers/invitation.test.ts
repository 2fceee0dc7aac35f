import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { inviteMember } from '#app/use-cases/invite-member.server.ts'
import { inviteProfessional } from '#app/use-cases/invite-professional.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker } from './worker-context.ts'

useTestDatabase()

const sentTo = async (recipient: string) =>
  (await db().localDelivery.findMany({ where: { recipient } })).map(({ text }) => text)

test('an invitation to an organisation and one to a post both go out, with their link', async () => {
  const worker = createTestWorker()
  const { actor: recruiter } = await createRecruiter()
  const { actor: administrator } = await createProfessional('administrator')
  const to = { member: 'collegue@example.org', professional: 'facilitatrice@example.org' }
  await inviteMember({ actor: recruiter, contact: to.member, role: 'member', now: NOW })
  await inviteProfessional({
    actor: administrator,
    contact: to.professional,
    role: 'facilitator',
    now: NOW,
  })
  await worker.runAll()
  expect(await sentTo(to.member)).toEqual([expect.stringMatching(/\/invitation\/[\w-]{22}/)])
  expect(await sentTo(to.professional)).toEqual([expect.stringMatching(/\/invitation\/[\w-]{22}/)])
  expect(await sentTo(to.professional)).toEqual([expect.stringContaining('Facilitateur·rice')])
})
