import { describe, expect, test } from 'vitest'
import { listAccountChanges } from '#app/db/account-changes.server.ts'
import { db } from '#app/db/client.server.ts'
import { listConsents } from '#app/db/consents.server.ts'
import { findSignedIn } from '#app/db/sessions.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { CompleteRegistration, RegistrationAnswers } from '#app/domain/registration.ts'
import { actorOf } from '#app/domain/session.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { saveRegistrationAnswer } from '#app/use-cases/save-registration-answer.server.ts'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { signIn } from '#tests/setup/request.ts'

useTestDatabase()

const answers: CompleteRegistration = {
  name: { firstName: 'Awa', lastName: 'N’Diaye' },
  commune: { communeCode: COMMUNES.hirson.inseeCode },
  occupation: { occupationCode: 'G1602', kinds: ['seasonal'] },
  travel: { means: 'bicycle', maxMinutes: 45 },
  agreements: { messages: true, visibility: true },
}
const last = { agreements: answers.agreements }

async function prepare(account: Partial<Account> = {}) {
  await createCommunes()
  await createReferences()
  return createNewcomer(account)
}

const save = (actor: Actor, answer: RegistrationAnswers) =>
  saveRegistrationAnswer({ actor, answer, now: NOW })

async function answerAllButTheLast(actor: Actor) {
  const { agreements: _, ...others } = answers
  for (const [step, answer] of Object.entries(others))
    expect((await save(actor, { [step]: answer })).ok).toBe(true)
}

const profilesOf = (accountId: string) => db().profile.findMany({ where: { accountId } })

describe('a walk', () => {
  test('keeps each answer, tells the next question, and makes a candidate', async () => {
    const { actor, account } = await prepare({ email: null })
    const before = (await listEvents()).length
    expect(await save(actor, { name: answers.name })).toEqual({ ok: true, value: { next: 'commune' } })
    expect(await save(actor, { commune: answers.commune })).toEqual({
      ok: true,
      value: { next: 'occupation' },
    })
    expect(await db().registration.findUniqueOrThrow({ where: { accountId: account.id } })).toMatchObject({
      kind: 'candidate',
      answers: { name: answers.name, commune: answers.commune },
    })
    expect(await profilesOf(account.id)).toEqual([])
    await save(actor, { occupation: answers.occupation })
    expect(await save(actor, { travel: answers.travel })).toEqual({ ok: true, value: { next: 'agreements' } })
    expect((await listEvents()).length).toBe(before)
    expect(await save(actor, last)).toEqual({ ok: true, value: { next: null } })

    const [profile] = await profilesOf(account.id)
    expect(profile).toMatchObject({
      territoryId: account.territoryId,
      communeCode: COMMUNES.hirson.inseeCode,
      latitude: COMMUNES.hirson.latitude,
      longitude: COMMUNES.hirson.longitude,
      projects: [{ occupationCode: 'G1602', experience: 'none' }],
      isOpenToAnyOccupation: false,
      kinds: ['job', 'clause', 'seasonal'],
      travelMeans: 'bicycle',
      travelMaxMinutes: 45,
      licences: [],
      eligiblePublics: [],
      visibility: 'visible_without_name',
      version: 1,
    })
    expect(await db().account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      firstName: 'Awa',
      lastName: 'N’Diaye',
      channel: 'sms',
      monthlySolicitations: 2,
    })
    expect(
      (await listConsents(db(), account.id))
        .map(({ purpose, how, recordedById }) => [purpose, how, recordedById])
        .sort(),
    ).toEqual([
      ['messages', 'online', null],
      ['registration', 'online', null],
      ['visibility', 'online', null],
    ])
    expect(await listAccountChanges(db(), account.id)).toMatchObject([
      { action: 'registered', byId: account.id, reason: null, at: NOW },
    ])
    expect(await db().registration.count({ where: { accountId: account.id } })).toBe(0)
    expect((await listEvents()).slice(before)).toEqual([
      { type: 'profile.changed', payload: { profileId: profile?.id } },
    ])
  })

  test('the session that began as a newcomer goes on as a candidate', async () => {
    const { actor, account } = await prepare()
    const cookie = await signIn(account.id)
    const idHash = hashToken(cookie.replace('session=', ''))
    const read = async () => {
      const now = new Date()
      const signedIn = await findSignedIn(db(), idHash, now)
      return signedIn && actorOf(signedIn, now)
    }
    expect((await read())?.kind).toBe('newcomer')
    await answerAllButTheLast(actor)
    await save(actor, last)
    const [profile] = await profilesOf(account.id)
    expect(await read()).toMatchObject({ kind: 'candidate', profileId: profile?.id })
  })

  test('who agrees to nothing is hidden, and not written to about offers', async () => {
    const { actor, account } = await prepare({ phone: null, email: 'awa@example.org' })
    await answerAllButTheLast(actor)
    await save(actor, { agreements: { messages: false, visibility: false } })
    expect((await profilesOf(account.id))[0]?.visibility).toBe('hidden')
    expect(await db().account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      channel: 'email',
      monthlySolicitations: 0,
    })
    expect((await listConsents(db(), account.id)).map(({ purpose }) => purpose)).toEqual(['registration'])
  })

  test('an answer may be changed before the end, and the walk goes on where it was', async () => {
    const { actor } = await prepare()
    await save(actor, { name: answers.name })
    await save(actor, { commune: answers.commune })
    expect(await save(actor, { name: { firstName: 'Eva', lastName: 'L' } })).toEqual({
      ok: true,
      value: { next: 'occupation' },
    })
  })
})

describe('twice', () => {
  test('the last answer sent five times at once makes one profile, and one of everything', async () => {
    const { actor, account } = await prepare()
    await answerAllButTheLast(actor)
    const before = (await listEvents()).length
    const all = await Promise.all(Array.from({ length: 5 }, () => save(actor, last)))
    expect(all).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: { next: null } })))
    expect(await profilesOf(account.id)).toHaveLength(1)
    expect(await listConsents(db(), account.id)).toHaveLength(3)
    expect(await listAccountChanges(db(), account.id)).toHaveLength(1)
    expect(await db().registration.count({ where: { accountId: account.id } })).toBe(0)
    expect((await listEvents()).length).toBe(before + 1)
  })

  test('an answer that comes after the end changes nothing', async () => {
    const { actor, account } = await prepare()
    await answerAllButTheLast(actor)
    await save(actor, last)
    expect(await save(actor, { name: { firstName: 'X', lastName: 'Y' } })).toEqual({
      ok: true,
      value: { next: null },
    })
    expect((await db().account.findUniqueOrThrow({ where: { id: account.id } })).firstName).toBe('Awa')
    expect(await db().registration.count({ where: { accountId: account.id } })).toBe(0)
  })
})

describe('refused', () => {
  test('a question before its turn, and nothing is kept', async () => {
    const { actor, account } = await prepare()
    for (const step of ['commune', 'occupation', 'travel', 'agreements'] as const)
      expect(await save(actor, { [step]: answers[step] })).toMatchObject({
        refusal: { code: 'transition_impossible' },
      })
    expect(await db().registration.count({ where: { accountId: account.id } })).toBe(0)
  })

  test('anybody but a newcomer', async () => {
    const { territoryId } = (await prepare()).account
    const actors: Actor[] = [
      { kind: 'anonymous' },
      { kind: 'system' },
      (await createCandidate({ account: { territoryId } })).actor,
      (await createRecruiter({ territoryId })).actor,
      (await createOfficer({ territoryId })).actor,
      { kind: 'unconfirmed', accountId: (await createOfficer({ territoryId })).account.id, territoryId },
    ]
    const before = await db().registration.count()
    for (const actor of actors)
      expect(await save(actor, { name: answers.name })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await db().registration.count()).toBe(before)
  })
})
