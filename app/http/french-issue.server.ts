import type { z } from 'zod'

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

const TO_FILL = 'Ce champ est à remplir.'
const plural = (count: number | bigint, noun: string) => `${count} ${noun}${Number(count) > 1 ? 's' : ''}`
const isEmpty = (input: unknown) => input === undefined || input === null || input === ''

function tooSmall(issue: Extract<RawIssue, { code: 'too_small' }>): string {
  if (issue.origin === 'string')
    return Number(issue.minimum) <= 1 || isEmpty(issue.input)
      ? TO_FILL
      : `Écrivez au moins ${plural(issue.minimum, 'caractère')}.`
  if (issue.origin === 'array') return `Choisissez au moins ${plural(issue.minimum, 'réponse')}.`
  return `Le nombre doit être au moins ${issue.minimum}.`
}

function tooBig(issue: Extract<RawIssue, { code: 'too_big' }>): string {
  if (issue.origin === 'string') {
    const length = typeof issue.input === 'string' ? issue.input.length : null
    return `${plural(issue.maximum, 'caractère')} au plus.${length ? ` Vous en avez écrit ${length}.` : ''}`
  }
  if (issue.origin === 'array') return `Choisissez ${plural(issue.maximum, 'réponse')} au plus.`
  return `Le nombre doit être au plus ${issue.maximum}.`
}

const FORMATS: Record<string, string> = {
  email: 'Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr',
  date: 'Cette date n’existe pas. Exemple : 2026-09-01',
  datetime: 'Cette date ou cette heure n’existe pas.',
  url: 'Cette adresse de site n’est pas complète. Exemple : https://exemple.fr',
}

function wrongType(issue: Extract<RawIssue, { code: 'invalid_type' }>): string {
  if (isEmpty(issue.input)) return TO_FILL
  if (issue.expected === 'number') return 'Écrivez un nombre, en chiffres.'
  if (String(issue.expected) === 'int') return 'Écrivez un nombre entier.'
  if (issue.expected === 'date') return FORMATS.date ?? TO_FILL
  return 'Cette réponse n’est pas possible ici.'
}

/** The plain French sentence of a schema's issue, for what a schema does not say itself. */
export function frenchIssue(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return isEmpty(issue.input)
        ? TO_FILL
        : (FORMATS[issue.format] ?? 'Cette réponse n’a pas la bonne forme.')
    case 'not_multiple_of':
      return `Le nombre doit être un multiple de ${issue.divisor}.`
    case 'invalid_value':
    case 'invalid_union':
      return isEmpty(issue.input) ? 'Choisissez une réponse.' : 'Choisissez une réponse de la liste.'
    default:
      return 'Cette réponse n’est pas possible ici.'
  }
}
