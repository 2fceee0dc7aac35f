import { z } from 'zod'
import { line } from './form-fields.ts'

export const MAX_READING_REASON = 300

/** Why a professional reads somebody whom she or he does not follow. */
export const readingReasonSchema = z.object({
  reason: line({
    min: 10,
    max: MAX_READING_REASON,
    missing: 'Dites pourquoi vous ouvrez cette fiche.',
    short: 'Dites-le en quelques mots : 10 caractères au moins.',
  }),
})
