import { z } from 'zod'
import { ROME_CODE } from './occupation.ts'
import { TRAVEL_MEANS } from './travel.ts'

/** The questions of a candidate's sign-up that follow the contact and its code, in their order: one a screen. */
export const REGISTRATION_STEPS = ['name', 'commune', 'occupation', 'travel', 'agreements'] as const
export type RegistrationStep = (typeof REGISTRATION_STEPS)[number]

/** The contact, then its code. */
const SCREENS_BEFORE = 2
/** How many screens the whole walk has. */
export const REGISTRATION_SCREENS = SCREENS_BEFORE + REGISTRATION_STEPS.length

/** Kinds of offers that everybody who signs up is shown. */
export const UNASKED_KINDS = ['job', 'clause'] as const

/** Kinds of offers beside jobs that a person may ask for: nobody is shown them unasked (domain: "Candidates"). */
export const OPT_IN_KINDS = ['seasonal', 'volunteering'] as const

const answerSchemas = {
  name: z.object({ firstName: z.string().min(1), lastName: z.string().min(1) }),
  commune: z.object({ communeCode: z.string().min(1) }),
  /** Null: any occupation. */
  occupation: z.object({
    occupationCode: z.string().regex(ROME_CODE).nullable(),
    kinds: z.array(z.enum(OPT_IN_KINDS)),
  }),
  travel: z.object({ means: z.enum(TRAVEL_MEANS), maxMinutes: z.number().int().min(5).max(300) }),
  agreements: z.object({ messages: z.boolean(), visibility: z.boolean() }),
} satisfies Record<RegistrationStep, z.ZodType>

/** All that a walk asks, by question. */
export type CompleteRegistration = {
  [S in RegistrationStep]: z.output<(typeof answerSchemas)[S]>
}

/** The answers given so far. */
export type RegistrationAnswers = Partial<CompleteRegistration>

const answerOf = <S extends RegistrationStep>(step: S, stored: unknown): RegistrationAnswers => {
  const parsed = answerSchemas[step].safeParse(stored)
  return parsed.success ? { [step]: parsed.data } : {}
}

/** The answers as they were stored; one that cannot be read counts as not given. */
export function readAnswers(stored: unknown): RegistrationAnswers {
  const values = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!values.success) return {}
  const found: RegistrationAnswers = {}
  for (const step of REGISTRATION_STEPS) Object.assign(found, answerOf(step, values.data[step]))
  return found
}

/** The first question without an answer, null when all have one. */
export const nextStep = (answers: RegistrationAnswers): RegistrationStep | null =>
  REGISTRATION_STEPS.find((step) => answers[step] === undefined) ?? null

/** The question asked before this one, null for the first. */
export const stepBefore = (step: RegistrationStep): RegistrationStep | null =>
  REGISTRATION_STEPS[REGISTRATION_STEPS.indexOf(step) - 1] ?? null

/** True when every question before this one has its answer: nobody is asked them out of order. */
export const isStepOpen = (step: RegistrationStep, answers: RegistrationAnswers): boolean =>
  REGISTRATION_STEPS.slice(0, REGISTRATION_STEPS.indexOf(step)).every((one) => answers[one] !== undefined)

/** True when nothing is left to ask. */
export const isComplete = (answers: RegistrationAnswers): answers is CompleteRegistration =>
  nextStep(answers) === null

/** The place of a question in the walk, counted from the contact, which is 1. */
export const screenOf = (step: RegistrationStep): number =>
  SCREENS_BEFORE + REGISTRATION_STEPS.indexOf(step) + 1
