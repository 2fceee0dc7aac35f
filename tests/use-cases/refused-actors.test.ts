import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import type { Result } from '#app/domain/result.ts'
import { addCvEntry } from '#app/use-cases/add-cv-entry.server.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { clearSignInCodes } from '#app/use-cases/clear-sign-in-codes.server.ts'
import { endPost } from '#app/use-cases/end-post.server.ts'
import { findPeople } from '#app/use-cases/find-people.server.ts'
import { inviteProfessional } from '#app/use-cases/invite-professional.server.ts'
import { keepCvFile } from '#app/use-cases/keep-cv-file.server.ts'
import { markDuplicate } from '#app/use-cases/mark-duplicate.server.ts'
import { proposeDecision } from '#app/use-cases/propose-decision.server.ts'
import { removeCvFile } from '#app/use-cases/remove-cv-file.server.ts'
import { requestToJoin } from '#app/use-cases/request-to-join.server.ts'
import { resetSecondFactor } from '#app/use-cases/reset-second-factor.server.ts'
import { withdrawConsent } from '#app/use-cases/withdraw-consent.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { pdfWith } from '#tests/factories/cv-file.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { countRows } from '#tests/setup/request.ts'

useTestDatabase()

const NUMBER = '99990004600015'
const name = { firstName: 'Lucie', lastName: 'Moreau', consent: true }
const choice = { channel: 'none', monthlySolicitations: 0 } as const
const reason = 'A menacé une recruteuse au téléphone le 3 juin.'
const now = NOW

/** Somebody of each kind who acts, and those of another territory whom nobody here may touch. */
async function createPeople() {
  const territoryId = (await createTerritory({ departementCode: '60', name: 'Oise' })).id
  const actors = {
    candidate: (await createCandidate()).actor,
    recruiter: (await createRecruiter()).actor,
    newcomer: (await createNewcomer()).actor,
    officer: (await createProfessional('relation_officer')).actor,
    hotline: (await createProfessional('hotline')).actor,
    administrator: (await createProfessional('administrator')).actor,
  }
  await createOrganisation({ territoryId, siret: NUMBER })
  return {
    actors,
    here: (await createCandidate()).account.id,
    away: (await createCandidate({ account: { territoryId } })).account.id,
    awayOfficer: (await createProfessional('relation_officer', { territoryId })).account.id,
  }
}
type People = Awaited<ReturnType<typeof createPeople>>

let people: People
beforeAll(async () => {
  people = await createPeople()
})

const REFUSED: [string, string, (of: People) => Promise<Result<unknown>>][] = [
  [
    'a recruiter writes a CV',
    'forbidden',
    ({ actors }) => addCvEntry({ actor: actors.recruiter, kind: 'experience', title: 'Vendanges', now }),
  ],
  [
    'a recruiter adds a file of CV',
    'forbidden',
    ({ actors }) => keepCvFile({ actor: actors.recruiter, file: { bytes: pdfWith('Vendanges') }, now }),
  ],
  [
    'a recruiter removes a file of CV',
    'forbidden',
    ({ actors }) => removeCvFile({ actor: actors.recruiter }),
  ],
  [
    'a person without a file removes one',
    'not_found',
    ({ actors }) => removeCvFile({ actor: actors.candidate }),
  ],
  [
    'a recruiter chooses how to be written to',
    'forbidden',
    ({ actors }) => changeContactChoice({ actor: actors.recruiter, choice, now }),
  ],
  [
    'an officer looks people up',
    'forbidden',
    ({ actors }) => findPeople({ actor: actors.officer, text: 'Benali', now }),
  ],
  [
    'an officer forgets codes',
    'forbidden',
    ({ actors, here }) => clearSignInCodes({ actor: actors.officer, accountId: here }),
  ],
  [
    'codes of another territory',
    'not_found',
    ({ actors, away }) => clearSignInCodes({ actor: actors.hotline, accountId: away }),
  ],
  [
    'a post of another territory',
    'not_found',
    ({ actors, awayOfficer }) => endPost({ actor: actors.administrator, accountId: awayOfficer, now }),
  ],
  [
    'a double of another territory',
    'not_found',
    ({ actors, away, here }) => markDuplicate({ actor: actors.hotline, accountId: away, goodId: here, now }),
  ],
  [
    'a decision on another territory',
    'not_found',
    ({ actors, away }) =>
      proposeDecision({ actor: actors.hotline, accountId: away, kind: 'suspend', reason, now }),
  ],
  [
    'an organisation of another territory',
    'not_found',
    ({ actors }) => requestToJoin({ actor: actors.newcomer, number: NUMBER, form: name, now }),
  ],
  [
    'an officer resets a factor',
    'not_found',
    ({ actors }) =>
      resetSecondFactor({ actor: actors.officer, accountId: actors.hotline.accountId, reason, now }),
  ],
  [
    'somebody else’s consent',
    'not_found',
    ({ actors, here }) =>
      withdrawConsent({ actor: actors.candidate, accountId: here, purpose: 'messages', now }),
  ],
]

test.each(REFUSED)('%s: %s, and nothing changes', async (_, code, act) => {
  const before = await countRows()
  expect(await act(people)).toMatchObject({ ok: false, refusal: { code } })
  expect(await countRows()).toEqual(before)
})

test('an administrator invites a professional; anybody who came here in her place would not', async () => {
  const { administrator, officer } = people.actors
  const invite = (actor: Actor) =>
    inviteProfessional({
      actor: actor as typeof administrator,
      contact: 'nouvelle@example.org',
      role: 'referent',
      now,
    })
  expect(await invite(officer)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  expect(await invite(administrator)).toMatchObject({ ok: true })
})
