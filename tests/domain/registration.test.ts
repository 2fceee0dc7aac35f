import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstProfile } from '#app/domain/profile.ts'
import { consentsOf, firstAnswers, firstContactChoice } from '#app/domain/registration.finish.ts'
import { REGISTRATION_PATHS, REGISTRATION_QUESTIONS } from '#app/domain/registration.labels.ts'
import {
  type CompleteRegistration,
  isComplete,
  isStepOpen,
  nextStep,
  OPT_IN_KINDS,
  REGISTRATION_SCREENS,
  REGISTRATION_STEPS,
  type RegistrationAnswers,
  readAnswers,
  screenOf,
  stepBefore,
} from '#app/domain/registration.ts'
import { TRAVEL_MEANS } from '#app/domain/travel.ts'
import { COMMUNES } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'

const complete: CompleteRegistration = {
  name: { firstName: 'Nadia', lastName: 'Benali' },
  commune: { communeCode: '02408' },
  occupation: { occupationCode: 'G1602', kinds: [] },
  travel: { means: 'foot', maxMinutes: 30 },
  agreements: { messages: false, visibility: false },
}

const someText = fc.string({ minLength: 1 })
const anyRegistration: fc.Arbitrary<CompleteRegistration> = fc.record({
  name: fc.record({ firstName: someText, lastName: someText }),
  commune: fc.record({ communeCode: someText }),
  occupation: fc.record({
    occupationCode: fc.constantFrom('G1602', null),
    kinds: fc.uniqueArray(fc.constantFrom(...OPT_IN_KINDS)),
  }),
  travel: fc.record({ means: fc.constantFrom(...TRAVEL_MEANS), maxMinutes: fc.constantFrom(15, 30, 45, 60) }),
  agreements: fc.record({ messages: fc.boolean(), visibility: fc.boolean() }),
})

/** Every set of answered questions: 2⁵. */
const everySet: RegistrationAnswers[] = Array.from({ length: 2 ** REGISTRATION_STEPS.length }, (_, bits) =>
  Object.fromEntries(
    REGISTRATION_STEPS.filter((_, rank) => bits & (1 << rank)).map((step) => [step, complete[step]]),
  ),
)

describe('the walk', () => {
  test('seven screens at most, each question on its own, at its own address', () => {
    expect(REGISTRATION_SCREENS).toBeLessThanOrEqual(7)
    expect(REGISTRATION_STEPS.map(screenOf)).toEqual([3, 4, 5, 6, 7])
    expect(new Set(Object.values(REGISTRATION_PATHS)).size).toBe(REGISTRATION_STEPS.length)
    expect(new Set(Object.values(REGISTRATION_QUESTIONS)).size).toBe(REGISTRATION_STEPS.length)
  })

  test('whatever was answered, the next question is the first without an answer, and its turn has come', () => {
    expect(everySet).toHaveLength(32)
    for (const answers of everySet) {
      const next = nextStep(answers)
      expect(isComplete(answers)).toBe(next === null)
      if (next === null) continue
      expect(answers[next]).toBeUndefined()
      expect(isStepOpen(next, answers)).toBe(true)
      const later = REGISTRATION_STEPS.slice(REGISTRATION_STEPS.indexOf(next) + 1)
      expect(later.some((step) => isStepOpen(step, answers))).toBe(false)
    }
  })

  test('answering what is asked, one always arrives', () => {
    let answers: RegistrationAnswers = {}
    const asked: string[] = []
    for (let step = nextStep(answers); step; step = nextStep(answers)) {
      asked.push(step)
      answers = { ...answers, [step]: complete[step] }
    }
    expect(asked).toEqual([...REGISTRATION_STEPS])
  })

  test('the way back goes through every question to the first', () => {
    expect(REGISTRATION_STEPS.map(stepBefore)).toEqual([null, ...REGISTRATION_STEPS.slice(0, -1)])
  })
})

describe('stored answers', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(anyRegistration, (answers) => {
        expect(readAnswers(JSON.parse(JSON.stringify(answers)))).toEqual(answers)
      }),
    )
  })

  test('whatever is stored, reading never throws and what is read can be used', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...REGISTRATION_STEPS), (value, step) => {
        for (const stored of [value, { [step]: value }]) {
          const answers = readAnswers(stored)
          expect(readAnswers(answers)).toEqual(answers)
        }
      }),
    )
  })

  test('one that cannot be read is asked again, the others stay', () => {
    const { travel: _, ...others } = complete
    const answers = readAnswers({ ...complete, travel: { means: 'rocket', maxMinutes: 30 } })
    expect(answers).toEqual(others)
    expect(nextStep(answers)).toBe('travel')
  })
})

describe('the end', () => {
  const ids = { id: 'p', accountId: 'a', territoryId: 't', commune: COMMUNES.laon, now: NOW }

  test('nobody is shown, written to, or offered a season or a mission without having said so', () => {
    fc.assert(
      fc.property(anyRegistration, (answers) => {
        const { messages, visibility } = answers.agreements
        const profile = firstProfile(firstAnswers(answers), ids)
        expect(profile.visibility).toBe(visibility ? 'visible_without_name' : 'hidden')
        expect(profile.kinds).toEqual(['job', 'clause', ...answers.occupation.kinds])
        expect(firstContactChoice(answers, { phone: '+33639980001' }, 2)).toEqual({
          channel: 'sms',
          monthlySolicitations: messages ? 2 : 0,
        })
        expect(consentsOf(answers, firstContactChoice(answers, { phone: null }, 2)).sort()).toEqual(
          ['registration', ...(messages ? ['messages'] : []), ...(visibility ? ['visibility'] : [])].sort(),
        )
      }),
    )
  })

  test('an occupation is the first project; none in particular is open to any', () => {
    expect(firstProfile(firstAnswers(complete), ids)).toMatchObject({
      projects: [{ occupationCode: 'G1602', experience: 'none' }],
      isOpenToAnyOccupation: false,
      latitude: COMMUNES.laon.latitude,
      longitude: COMMUNES.laon.longitude,
    })
    const open = { ...complete, occupation: { occupationCode: null, kinds: [] } }
    expect(firstProfile(firstAnswers(open), ids)).toMatchObject({ projects: [], isOpenToAnyOccupation: true })
  })

  test('without a telephone the e-mail is used', () => {
    expect(firstContactChoice(complete, { phone: null }, 2).channel).toBe('email')
  })
})
