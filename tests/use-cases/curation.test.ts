import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { newId } from '#app/system/id.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { approveMatches } from '#app/use-cases/approve-matches.server.ts'
import { setAsideMatch } from '#app/use-cases/set-aside-match.server.ts'
import { undoMatch } from '#app/use-cases/undo-match.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

let officer: Actor
beforeEach(async () => {
  await db().outboxEvent.deleteMany()
})

async function proposal() {
  const match = await createMatch()
  officer = (await createOfficer({ territoryId: match.territoryId })).actor
  return match
}

const stateOf = async (id: string) => (await db().match.findUniqueOrThrow({ where: { id } })).state

describe('curation', () => {
  it('approves: the state, one line of history, one fact', async () => {
    const match = await proposal()
    const result = await approveMatch({ actor: officer, matchId: match.id, now: NOW })
    expect(result).toMatchObject({ ok: true, value: { state: 'approved', version: 2 } })
    expect(await stateOf(match.id)).toBe('approved')
    const changes = await db().matchChange.findMany({ where: { matchId: match.id } })
    expect(changes).toMatchObject([
      { action: 'approve', fromState: 'proposed', toState: 'approved', at: NOW },
    ])
    expect(await listEvents()).toEqual([{ type: 'match.approved', payload: { matchId: match.id } }])
  })

  it('answers a double click with one approval and one fact', async () => {
    const match = await proposal()
    const both = await Promise.all(
      [1, 2].map(() => approveMatch({ actor: officer, matchId: match.id, now: NOW })),
    )
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(both.find((result) => !result.ok)).toMatchObject({
      refusal: { code: expect.stringMatching(/stale_version|transition_impossible/) },
    })
    expect(await listEvents()).toHaveLength(1)
  })

  it('puts aside with a reason, undoes, and approves again', async () => {
    const match = await proposal()
    const command = { actor: officer, matchId: match.id, now: NOW }
    expect(await setAsideMatch({ ...command, reason: ' ' })).toMatchObject({
      ok: false,
      refusal: { code: 'reason_required' },
    })
    expect(await setAsideMatch({ ...command, reason: 'Déjà en formation' })).toMatchObject({ ok: true })
    expect(await undoMatch(command)).toMatchObject({ ok: true, value: { state: 'proposed', reason: null } })
    expect(await approveMatch(command)).toMatchObject({ ok: true })
  })

  it('does not undo once the message has left', async () => {
    const match = await createMatch({ state: 'notified' })
    const { actor } = await createOfficer({ territoryId: match.territoryId })
    expect(await undoMatch({ actor, matchId: match.id, now: NOW })).toMatchObject({
      refusal: { code: 'transition_impossible' },
    })
  })

  it('approves ten at once, leaves those decided in between, and stops at the border of the territory', async () => {
    const offer = await createOffer()
    const { actor } = await createOfficer({ territoryId: offer.territoryId })
    const account = { territoryId: offer.territoryId }
    const ids: string[] = []
    for (const state of ['proposed', 'proposed', 'declined'] as const) {
      const { profile } = await createCandidate({ account })
      ids.push((await createMatch({ offerId: offer.id, profileId: profile.id, state })).id)
    }
    expect(await approveMatches({ actor, matchIds: ids, now: NOW })).toEqual({ ok: true, value: 2 })
    const elsewhere: Actor = { kind: 'relation_officer', accountId: actor.accountId, territoryId: newId() }
    expect(await approveMatches({ actor: elsewhere, matchIds: ids, now: NOW })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('is closed to every other hat', async () => {
    const match = await proposal()
    const base = { accountId: newId(), territoryId: match.territoryId }
    const others: Actor[] = [
      { kind: 'anonymous' },
      { kind: 'candidate', profileId: match.profileId, ...base },
      { kind: 'recruiter', organisationId: newId(), ...base },
      { kind: 'hotline', ...base },
      { kind: 'referent', ...base },
      { kind: 'facilitator', ...base },
    ]
    for (const actor of others)
      for (const verb of [approveMatch, undoMatch, setAsideMatch])
        expect(await verb({ actor, matchId: match.id, now: NOW, reason: 'non' })).toMatchObject({
          ok: false,
          refusal: { code: expect.stringMatching(/not_found|forbidden/) },
        })
    expect(await stateOf(match.id)).toBe('proposed')
    expect(await listEvents()).toEqual([])
  })
})
