import { z } from 'zod'
import { SENTENCE_MAX } from './contact-request.ts'
import { line } from './form-fields.ts'
import { screenText } from './offer.text-filter.ts'

/** A web address, with or without its beginning: "https://…", "www.…", "exemple.fr/…". */
const LINK = /https?:|www\.|\b[\w-]+\.(?:fr|com|org|net|eu|io|info|me|gl|ly|link)\b/i

/** An organisation's own sentence, or none: without contact, link or words that discriminate. */
export const contactRequestSchema = z.object({
  sentence: line({ max: SENTENCE_MAX }).superRefine((text, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message })
    if (LINK.test(text)) say('N’écrivez pas de lien : la personne lit votre offre ici.')
    for (const { excerpt, sentence } of screenText(text)) say(`Enlevez « ${excerpt} ». ${sentence}`)
  }),
})
