import { z } from 'zod'
import type { CvEntry, CvQuestion } from './cv.ts'
import { line, lines, tick } from './form-fields.ts'

const OLDEST_YEAR = 1940
const FOUR_DIGITS = /^\d{4}$/

const orNull = (text: string): string | null => (text === '' ? null : text)

const year = (thisYear: number) =>
  line({ max: 20 })
    .refine(
      (text) => text === '' || FOUR_DIGITS.test(text),
      'Écrivez l’année avec quatre chiffres. Exemple : 2021',
    )
    .refine(
      (text) => !FOUR_DIGITS.test(text) || (Number(text) >= OLDEST_YEAR && Number(text) <= thisYear),
      `Écrivez une année entre ${OLDEST_YEAR} et ${thisYear}.`,
    )
    .transform((text) => (text === '' ? null : Number(text)))

/** What an entry is called: the one answer it cannot do without. */
export const cvTitleSchema = z.object({
  title: line({ min: 2, max: 100, missing: 'Écrivez au moins un mot.', short: 'Écrivez au moins un mot.' }),
})

const yearsSchema = (thisYear: number) =>
  z
    .object({ fromYear: year(thisYear), toYear: year(thisYear), isOngoing: tick })
    .refine(({ fromYear, toYear }) => fromYear === null || toYear === null || fromYear <= toYear, {
      path: ['toYear'],
      message: 'L’année de fin vient après l’année de début.',
    })
    .transform(({ isOngoing, toYear, fromYear }) => ({
      fromYear,
      isOngoing,
      toYear: isOngoing ? null : toYear,
    }))

export type CvAnswer = Partial<
  Pick<CvEntry, 'title' | 'place' | 'fromYear' | 'toYear' | 'isOngoing' | 'details'>
>

/** The answer to each question, as its form sends it; what is left empty is not known. `thisYear` is the latest year taken. */
export const cvAnswerSchemas = (thisYear: number): Record<CvQuestion, z.ZodType<CvAnswer>> => ({
  title: cvTitleSchema,
  place: z.object({ place: line({ max: 100 }).transform(orNull) }),
  years: yearsSchema(thisYear),
  details: z.object({ details: lines({ max: 300 }).transform(orNull) }),
})
