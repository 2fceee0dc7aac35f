import { z } from 'zod'
import { day, line } from './form-fields.ts'
import { parisInstant } from './paris-time.ts'

const TIME = /^([01]?\d|2[0-3])\s*[h:]\s*([0-5]\d)?$/

/**
 * The day and the time of an interview, in Paris → its instant; null when both are left empty (fixed by telephone). One
 * without the other is asked for.
 */
export const interviewFormSchema = z
  .object({ interviewDay: day, interviewTime: line({ max: 10 }) })
  .transform(({ interviewDay, interviewTime }, context): { interviewAt: Date | null } => {
    const say = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message })
      return z.NEVER
    }
    if (interviewDay === null && interviewTime === '') return { interviewAt: null }
    if (interviewDay === null) return say('interviewDay', 'Dites le jour, ou videz l’heure.')
    const time = interviewTime.match(TIME)
    if (!time) return say('interviewTime', 'Dites l’heure. Exemple : 14:30.')
    const hour = parisInstant(interviewDay, Number(time[1]))
    return { interviewAt: new Date(hour.getTime() + Number(time[2] ?? 0) * 60_000) }
  })
