import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { listConsents } from '#app/db/consents.server.ts'
import type { Channel } from '#app/domain/account.ts'
import { type ConsentWay, messagesStand, situationStands, visibilityStands } from '#app/domain/consent.ts'
import type { EligiblePublic } from '#app/domain/offer.ts'
import type { Profile } from '#app/domain/profile.ts'
import type { Result } from '#app/domain/result.ts'
import { getOwnDataPage } from '#app/queries/own-data.server.ts'
import { answerByLink } from '#app/use-cases/answer-by-link.server.ts'
import { answerProfileQuestion } from '#app/use-cases/answer-profile-question.server.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { withdrawConsent } from '#app/use-cases/withdraw-consent.server.ts'
import { createAnswerLink } from '#tests/factories/answer-link.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

type Candidate = Awaited<ReturnType<typeof createCandidate>>
type Hotline = Awaited<ReturnType<typeof createProfessional<'hotline'>>>['actor']
let hotline: Hotline
beforeAll(async () => {
  await createCommunes()
  await createReferences()
  hotline = (await createProfessional('hotline')).actor
})

type Gesture = (one: Candidate, now: Date) => Promise<Result<unknown>>

const choose =
  (channel: Channel, monthlySolicitations: number): Gesture =>
  ({ actor }, now) =>
    changeContactChoice({ actor, choice: { channel, monthlySolicitations }, now })

const show =
  (visibility: Profile['visibility']): Gesture =>
  async ({ actor, profile }, now) => {
    const { version } = await db().profile.findUniqueOrThrow({ where: { id: profile.id } })
    return answerProfileQuestion({ actor, question: 'visibility', answer: { visibility }, version, now })
  }

const tell =
  (eligiblePublics: EligiblePublic[], isWithheld = false): Gesture =>
  async ({ actor, profile }, now) => {
    const { version } = await db().profile.findUniqueOrThrow({ where: { id: profile.id } })
    const answer = { eligiblePublics, isWithheld }
    return answerProfileQuestion({ actor, question: 'situation', answer, version, now })
  }

const takeBack =
  (purpose: 'messages' | 'visibility' | 'situation', how: ConsentWay): Gesture =>
  ({ actor, account }, now) =>
    withdrawConsent({ actor: how === 'online' ? actor : hotline, accountId: account.id, purpose, how, now })

const stopByLink: Gesture = async ({ profile }, now) => {
  const { token } = await createAnswerLink({
    match: await createMatch({ profileId: profile.id, state: 'notified' }),
  })
  return answerByLink({ token, answer: 'stop', now })
}

const GESTURES: Record<string, Gesture> = {
  'two offers a month by SMS': choose('sms', 2),
  'eight by e-mail': choose('email', 8),
  'none a month': choose('sms', 0),
  'no channel': choose('none', 2),
  'stop by the link': stopByLink,
  hidden: show('hidden'),
  'without name': show('visible_without_name'),
  'with the name': show('visible'),
  'two situations': tell(['long_term_jobseeker', 'disabled_worker']),
  'no situation': tell([]),
  'would rather not say the situation': tell([], true),
  'situation not to be kept': takeBack('situation', 'online'),
  'no more messages': takeBack('messages', 'online'),
  'no more messages, on the telephone': takeBack('messages', 'phone'),
  'not to be found': takeBack('visibility', 'online'),
  'not to be found, at a counter': takeBack('visibility', 'counter'),
}
const NAMES = Object.keys(GESTURES)

/** What stands by its effect, as it is written down, and as the person reads it. */
async function readAll({ account: { id }, actor, profile }: Candidate) {
  const account = await db().account.findUniqueOrThrow({ where: { id } })
  const row = await db().profile.findUniqueOrThrow({ where: { id: profile.id } })
  const consents = (await listConsents(db(), id)).filter(({ withdrawnAt }) => withdrawnAt === null)
  const page = await getOwnDataPage(actor)
  const shown = (purpose: string) => page?.consents.find((one) => one.purpose === purpose)
  const channel = account.channel as Channel
  return {
    effect: {
      messages: messagesStand({ channel, monthlySolicitations: account.monthlySolicitations }),
      visibility: visibilityStands(row),
      situation: situationStands(row),
    },
    written: {
      messages: consents.filter(({ purpose }) => purpose === 'messages').length === 1,
      visibility: consents.filter(({ purpose }) => purpose === 'visibility').length === 1,
      situation: consents.filter(({ purpose }) => purpose === 'situation').length === 1,
    },
    shown: {
      messages: Boolean(shown('messages')?.stands && shown('messages')?.givenAt),
      visibility: Boolean(shown('visibility')?.stands && shown('visibility')?.givenAt),
      situation: Boolean(shown('situation')?.stands && shown('situation')?.givenAt),
    },
    standing: consents.length,
  }
}

/** Somebody whose consents are written down as they stand: asked of each thing once. */
async function whoHasChosen(): Promise<Candidate> {
  const one = await createCandidate()
  for (const gesture of [choose('sms', 2), show('visible'), tell(['minimum_benefits'])])
    await gesture(one, NOW)
  return one
}

describe('consents', () => {
  test('whatever somebody does, and in whatever order, what is written down is what is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 8 }), async (names) => {
        const one = await whoHasChosen()
        for (const [step, name] of names.entries()) {
          const result = await GESTURES[name]?.(one, new Date(NOW.getTime() + (step + 1) * 60_000))
          expect([name, result?.ok]).toEqual([name, true])
          const { effect, written, shown, standing } = await readAll(one)
          expect([names.slice(0, step + 1), written]).toEqual([names.slice(0, step + 1), effect])
          expect(shown).toEqual(effect)
          expect(standing).toBe(Object.values(effect).filter(Boolean).length)
        }
      }),
      { numRuns: 25 },
    )
  }, 240_000)

  test.each(NAMES)('%s, then the contrary and back, leaves each time written down', async (name) => {
    const one = await whoHasChosen()
    const gestures = [
      GESTURES[name],
      choose('sms', 1),
      show('visible'),
      tell(['minimum_benefits']),
      GESTURES[name],
    ]
    for (const [step, gesture] of gestures.entries())
      await gesture?.(one, new Date(NOW.getTime() + step * 60_000 + 1))
    const { effect, written } = await readAll(one)
    expect(written).toEqual(effect)
    for (const { givenAt, withdrawnAt, withdrawnHow } of await listConsents(db(), one.account.id)) {
      expect(withdrawnAt === null).toBe(withdrawnHow === null)
      if (withdrawnAt) expect(withdrawnAt.getTime()).toBeGreaterThanOrEqual(givenAt.getTime())
    }
  })

  test('taken back on the telephone, it says who wrote it down and how; alone, nobody', async () => {
    const one = await whoHasChosen()
    await takeBack('messages', 'phone')(one, NOW)
    await takeBack('visibility', 'online')(one, NOW)
    const rows = await listConsents(db(), one.account.id)
    expect(rows.find(({ purpose }) => purpose === 'messages')).toMatchObject({
      withdrawnAt: NOW,
      withdrawnHow: 'phone',
      withdrawnById: hotline.accountId,
    })
    expect(rows.find(({ purpose }) => purpose === 'visibility')).toMatchObject({
      withdrawnHow: 'online',
      withdrawnById: null,
    })
  })

  test('two gestures at once leave what is written down and what is done alike', async () => {
    for (let round = 0; round < 6; round++) {
      const one = await whoHasChosen()
      await Promise.all([
        choose('none', 2)(one, NOW),
        choose('email', 3)(one, NOW),
        choose('sms', 0)(one, NOW),
      ])
      const { effect, written } = await readAll(one)
      expect(written).toEqual(effect)
    }
  })
})
