import { z } from 'zod'
import { line } from './form-fields.ts'

export type LogoFault = 'missing' | 'too_heavy' | 'not_a_picture' | 'damaged'

/** What the administrator reads when a logo is not kept. */
export const LOGO_FAULT_WORDS: Record<LogoFault, string> = {
  missing: 'Choisissez une image sur votre appareil.',
  too_heavy:
    'Cette image est trop lourde : elle dépasse 12 Ko, et chaque page la charge. Choisissez-en une plus petite.',
  not_a_picture:
    'Ce fichier n’est ni un PNG, ni un JPEG. Un dessin SVG n’est pas pris : enregistrez-le en PNG.',
  damaged: 'Ce fichier est abîmé. Enregistrez-le de nouveau.',
}

/** What is said in the place of the logo. */
export const logoFormSchema = z.object({
  alternative: line({
    min: 3,
    max: 120,
    missing: 'Écrivez ce que dit le logo. Exemple : Département de l’Aisne.',
    short: 'Écrivez au moins 3 caractères.',
  }),
})
