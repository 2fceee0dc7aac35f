import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { registrationOnBehalfSchema } from '#app/domain/registration-on-behalf.schema.ts'
import type { Result } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { acceptProposal } from '#app/use-cases/accept-proposal.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { changeMemberRole } from '#app/use-cases/change-member-role.server.ts'
import { changeSavedSearch } from '#app/use-cases/change-saved-search.server.ts'
import { copyOffer } from '#app/use-cases/copy-offer.server.ts'
import { endPost } from '#app/use-cases/end-post.server.ts'
import { markDuplicate } from '#app/use-cases/mark-duplicate.server.ts'
import { markOffer } from '#app/use-cases/mark-offer.server.ts'
import { registerPerson } from '#app/use-cases/register-person.server.ts'
import { revokeProfessionalInvitation } from '#app/use-cases/revoke-professional-invitation.server.ts'
import { saveSearch } from '#app/use-cases/save-search.server.ts'
import { seeApplication } from '#app/use-cases/see-application.server.ts'
import { updateOffer } from '#app/use-cases/update-offer.server.ts'
import { withdrawApplication } from '#app/use-cases/withdraw-application.server.ts'
import { withdrawOffer } from '#app/use-cases/withdraw-offer.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createSavedSearch } from '#tests/factories/saved-search.ts'
import { written } from '#tests/factories/written-offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { countRows } from '#tests/setup/request.ts'

useTestDatabase()

type As<K extends Actor['kind']> = Extract<Actor, { kind: K }>
const now = NOW
const SOMEBODY = registrationOnBehalfSchema.parse({
  firstName: 'Solène',
  lastName: 'Kowalczyk',
  birthMonth: '5',
  phone: '',
  email: '',
  commune: 'Laon 02000',
  occupation: '',
  travelMeans: 'bicycle',
  travelMaxMinutes: '30',
  how: 'phone',
  registration: 'on',
})
const how = { rhythm: 'daily', channel: 'sms' } as const

/** Things of the territory, and people of it who have no hand on them. */
async function createScene() {
  await createCommunes()
  const hotline = (await createProfessional('hotline')).actor
  const administrator = (await createProfessional('administrator')).actor
  const person = await createCandidate()
  const recruiter = await createRecruiter()
  const { organisationId } = recruiter
  const offerId = (await createOffer({ organisationId })).id
  const closed = await createOffer({ organisationId, state: 'filled', version: 3 })
  const application = await createApplication({ offerId, profileId: person.profile.id })
  const { id: savedSearchId } = await createSavedSearch({ profileId: person.profile.id })
  return {
    hotline,
    administrator,
    candidate: person.actor,
    recruiter: recruiter.actor,
    elsewhere: (await createRecruiter()).actor,
    offerId,
    closedId: closed.id,
    applicationId: application.id,
    proposedId: (await createMatch({ offerId })).id,
    interestedId: (await createMatch({ offerId, state: 'interested' })).id,
    savedSearchId,
    stoppedId: (await createCandidate({ account: { status: 'suspended', suspensionReason: 'duplicate' } }))
      .account.id,
  }
}
type Scene = Awaited<ReturnType<typeof createScene>>

let scene: Scene
beforeAll(async () => {
  scene = await createScene()
})

const OUT_OF_HAND: [string, string, (of: Scene) => Promise<Result<unknown>>][] = [
  [
    'the hotline takes an application back',
    'not_found',
    ({ hotline: actor, applicationId }) => withdrawApplication({ actor, applicationId, now }),
  ],
  [
    'the hotline answers an application',
    'not_found',
    ({ hotline: actor, applicationId }) => seeApplication({ actor, applicationId, version: 1, now }),
  ],
  [
    'a recruiter approves a proposal of her or his own offer',
    'not_found',
    ({ recruiter: actor, proposedId: matchId }) => approveMatch({ actor, matchId, now }),
  ],
  [
    'the hotline says yes again in the place of a person',
    'not_found',
    ({ hotline: actor, interestedId: matchId }) => acceptProposal({ actor, matchId, requestId: null, now }),
  ],
  [
    'the hotline withdraws an offer',
    'not_found',
    ({ hotline: actor, offerId }) => withdrawOffer({ actor, offerId, version: 1, now }),
  ],
  [
    'the hotline changes an offer',
    'not_found',
    ({ hotline: actor, offerId }) => updateOffer({ actor, offerId, version: 1, now, ...written() }),
  ],
  [
    'the hotline copies an offer',
    'not_found',
    ({ hotline: actor, offerId }) => copyOffer({ actor, offerId, copyId: newId(), now }),
  ],
  [
    'a closed offer is changed from a page of long ago',
    'transition_impossible',
    ({ recruiter: actor, closedId: offerId }) =>
      updateOffer({ actor, offerId, version: 1, now, ...written('job', { positions: 9 }) }),
  ],
  [
    'a recruiter acts in a team that is not hers or his',
    'not_found',
    ({ recruiter, elsewhere: { accountId: memberId, organisationId } }) =>
      changeMemberRole({ actor: { ...recruiter, organisationId }, memberId, role: 'member' }),
  ],
  [
    'a recruiter keeps an offer for later',
    'forbidden',
    ({ recruiter: actor, offerId }) => markOffer({ actor, offerId, mark: 'kept', now }),
  ],
  [
    'a recruiter asks to be told of a search',
    'forbidden',
    ({ recruiter: actor }) => saveSearch({ actor, query: 'q=cuisine', how, now }),
  ],
  [
    'a recruiter changes how a search is told',
    'forbidden',
    ({ recruiter: actor, savedSearchId }) =>
      changeSavedSearch({ actor, savedSearchId, action: { kind: 'pause' }, now }),
  ],
  [
    'an administrator ends her or his own post',
    'forbidden',
    ({ administrator: actor }) => endPost({ actor, accountId: actor.accountId, now }),
  ],
  [
    'a double is said to be one again',
    'transition_impossible',
    ({ hotline: actor, stoppedId, candidate }) =>
      markDuplicate({ actor, accountId: stoppedId, goodId: candidate.accountId, now }),
  ],
  [
    'a professional is said to be a double',
    'transition_impossible',
    ({ hotline: actor, administrator, candidate }) =>
      markDuplicate({ actor, accountId: administrator.accountId, goodId: candidate.accountId, now }),
  ],
  [
    'an administrator registers somebody',
    'forbidden',
    ({ administrator: actor }) => registerPerson({ actor, form: SOMEBODY, now }),
  ],
  [
    'the hotline takes an invitation to a post back',
    'forbidden',
    ({ hotline }) =>
      revokeProfessionalInvitation({
        actor: hotline as Actor as As<'administrator'>,
        invitationId: newId(),
        now,
      }),
  ],
]

test.each(OUT_OF_HAND)('%s: %s, and nothing changes', async (_, code, act) => {
  const before = await countRows()
  expect(await act(scene)).toMatchObject({ ok: false, refusal: { code } })
  expect(await countRows()).toEqual(before)
  expect(await db().outboxEvent.count()).toBe(0)
})
