import { z } from 'zod'
import type { IsoDate } from './duration.ts'

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const typed = z.preprocess((value) => first(value) ?? '', z.string())

/** Text as people meant it: NFC, no control character nor direction override; HTML stays the text it is. */
const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const counted = (text: string) => [...text].length

type Length = { min?: number; max: number; missing?: string; short?: string }

const withLength = (schema: z.ZodType<string, unknown>, { min = 0, max, missing, short }: Length) =>
  schema.superRefine((text, context) => {
    const length = counted(text)
    const say = (message: string) => context.addIssue({ code: 'custom', message })
    if (length === 0 && min > 0) say(missing ?? 'Ce champ est à remplir.')
    else if (length < min) say(short ?? `Écrivez au moins ${min} caractères. Il y en a ${length}.`)
    else if (length > max)
      say(
        `Raccourcissez : ${max.toLocaleString('fr-FR')} caractères au plus. Il y en a ${length.toLocaleString('fr-FR')}.`,
      )
  })

/** One line of text. `min` 0 lets it be empty. */
export const line = (length: Length) =>
  withLength(
    typed.transform((text) => cleaned(text).replace(/\s+/g, ' ')),
    length,
  )

/** Several lines of text, its line breaks kept. */
export const lines = (length: Length) => withLength(typed.transform(cleaned), length)

/** A ticked box: true for `on`, false when it is not sent. */
export const tick = z.preprocess((value) => first(value) === 'on', z.boolean())

/** Any number of codes, each once; at most `max`. */
export const codes = (max: number) =>
  z.preprocess(
    (value) => [...new Set(value === undefined ? [] : [value].flat())].filter((code) => code !== ''),
    z.array(z.string().max(60, 'Choisissez dans la liste.')).max(max, `Choisissez-en ${max} au plus.`),
  )

/** One code of a closed list. */
export const oneOf = <T extends string>(list: readonly T[], missing: string) =>
  z.preprocess(first, z.enum(list as [T, ...T[]], missing))

const NUMBER = /^(\d{1,6})(?:[.,](\d{1,2}))?$/
const HOURS_AND_MINUTES = /^(\d{1,3})\s*h\s*(\d{1,2})?$/i

function toNumber(text: string): number | null {
  const hours = text.match(HOURS_AND_MINUTES)
  if (hours) return Number(hours[1]) + Number(hours[2] ?? 0) / 60
  const decimal = text.replace(/[\s\u00a0\u202f]/g, '').match(NUMBER)
  return decimal ? Number(`${decimal[1]}.${decimal[2] ?? 0}`) : null
}

type Bounds = {
  above: number
  atMost: number
  low: string
  high: string
  isWhole?: boolean
  missing?: string
}

/** A number as people type it ("17,5", "17 h 30"); null when left empty and `missing` is not said. */
export const number = (bounds: Bounds) =>
  typed.transform((raw, context): number | null => {
    const text = raw.trim()
    const say = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (text === '') return bounds.missing === undefined ? null : say(bounds.missing)
    const value = toNumber(text)
    if (value === null) return say('Écrivez un nombre, en chiffres.')
    if (bounds.isWhole && !Number.isInteger(value)) return say('Écrivez un nombre entier.')
    if (value <= bounds.above) return say(bounds.low)
    return value > bounds.atMost ? say(bounds.high) : Math.round(value * 100) / 100
  })

const exists = (date: string) => {
  const instant = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === date
}

/** A day as `YYYY-MM-DD`, or as people write it, "3/6/2026"; null when left empty. */
export const day = typed.transform((raw, context): IsoDate | null => {
  const text = raw.trim()
  if (text === '') return null
  const written = text.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/)
  const date = written
    ? `${written[3]}-${(written[2] ?? '').padStart(2, '0')}-${(written[1] ?? '').padStart(2, '0')}`
    : text
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && exists(date)) return date
  context.addIssue({ code: 'custom', message: 'Cette date n’existe pas. Exemple : 15/09/2026.' })
  return z.NEVER
})
