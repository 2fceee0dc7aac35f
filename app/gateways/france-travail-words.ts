import { DRIVING_LICENCES } from '#app/domain/licence.ts'
import type { Contract, ExperienceLevel } from '#app/domain/offer.ts'

/** The contract types of France Travail's reference list `typesContrats`; anything else is another contract. */
const CONTRACT_TYPES: Record<string, Contract> = {
  CDI: 'cdi',
  CDD: 'cdd',
  SAI: 'cdd',
  DDT: 'cdd',
  DDI: 'cddi',
  MIS: 'interim',
  TTI: 'interim',
  DIN: 'interim',
}
const AGENCY_TYPES = ['MIS', 'TTI', 'DIN']

type ContractWords = { type: string | null; nature: string | null; label: string | null }

/** The contract said by `natureContrat` (apprenticeship, training, subsidised, insertion) or else by `typeContrat`. */
export function readContract({ type, nature, label }: ContractWords): {
  contract: Contract
  isAgencyWork: boolean
  isSeasonal: boolean
} {
  const code = (type ?? '').trim().toUpperCase()
  const words = nature ?? ''
  const byNature = (): Contract | null => {
    if (/apprenti/i.test(words)) return 'apprentissage'
    if (/profession+al?isation/i.test(words)) return 'professionnalisation'
    if (/\bCAE\b|\bPEC\b|comp[ée]tences/i.test(words)) return 'pec_cae'
    if (/\bCIE\b/i.test(words)) return 'cui_cie'
    if (/insertion/i.test(words) && (code === 'CDD' || code === 'DDI' || code === '')) return 'cddi'
    return null
  }
  return {
    contract: byNature() ?? CONTRACT_TYPES[code] ?? 'other',
    isAgencyWork: AGENCY_TYPES.includes(code),
    isSeasonal: code === 'SAI' || /saisonnier/i.test(label ?? ''),
  }
}

/** How long the contract lasts, from `typeContratLibelle`: "Contrat travail saisonnier - 3 Mois" gives "3 mois". */
export function readDuration(label: string | null): string | null {
  const [, count, unit = ''] = /(\d{1,3})\s*(jour|semaine|mois|an)/i.exec(label ?? '') ?? []
  if (!count) return null
  const word = unit.toLowerCase()
  return `${count} ${word}${Number(count) > 1 && word !== 'mois' ? 's' : ''}`
}

const WEEKS_A_MONTH = 52 / 12
const MAX_WEEK = 48

/** Hours a week from `dureeTravailLibelle` ("35H/semaine Travail le samedi", "24H30 Horaires variables", "151H67 par mois"); null when not said or above 48. */
export function readWeeklyHours(label: string | null): number | null {
  const match = /(\d{1,3}(?:[.,]\d{1,2})?)\s*h(?:eures?)?\s*(\d{2})?(?!\w)([^\d]{0,20})/i.exec(label ?? '')
  if (!match) return null
  const [, whole = '', minutes, after = ''] = match
  if (/^\s*(\/|par)?\s*jour/i.test(after)) return null
  const isMonthly = Number(whole.replace(',', '.')) > 60
  const hours = Number(whole.replace(',', '.')) + (minutes ? Number(minutes) / (isMonthly ? 100 : 60) : 0)
  const weekly = /^\s*(\/|par)?\s*mois/i.test(after) || isMonthly ? hours / WEEKS_A_MONTH : hours
  return weekly > 0 && weekly <= MAX_WEEK ? Math.round(weekly * 100) / 100 : null
}

/** Experience from `experienceExige` (D beginner, S wished, E required) and `experienceLibelle` ("3 mois", "2 An(s)"). */
export function readExperience(required: string | null, label: string | null): ExperienceLevel {
  const code = (required ?? '').trim().toUpperCase()
  if (code === 'D' || (code === '' && !label) || /d[ée]butant/i.test(label ?? '')) return 'none'
  const [, count, unit = ''] = /(\d{1,3})\s*(an|mois)/i.exec(label ?? '') ?? []
  if (!count) return code === 'E' ? 'months' : 'none'
  const months = Number(count) * (unit.toLowerCase() === 'an' ? 12 : 1)
  if (months >= 36) return 'three_years'
  return months >= 12 ? 'one_year' : months > 0 ? 'months' : 'none'
}

const amount = (text: string) =>
  new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
    .format(Number(text.replace(',', '.')))
    .replace(/[\u202F\u00A0]/g, ' ')

const PERIODS: Record<string, string> = { horaire: 'par heure', mensuel: 'par mois', annuel: 'par an' }

/** `salaire.libelle` in plain words: "Mensuel de 1800.0 Euros à 2000.0 Euros" gives "de 1 800 à 2 000 € par mois". Other words are kept. */
export function readPay(label: string | null, comment: string | null): string | null {
  const match =
    /^(horaire|mensuel|annuel)\s+de\s+(\d+(?:[.,]\d+)?)\s*(?:euros?|€)?(?:\s*à\s*(\d+(?:[.,]\d+)?)\s*(?:euros?|€)?)?/i.exec(
      label ?? '',
    )
  const [, period = '', low = '', high] = match ?? []
  const words = match
    ? `${high && high !== low ? `de ${amount(low)} à ${amount(high)}` : amount(low)} € ${PERIODS[period.toLowerCase()]}`
    : label
  return [words, comment].filter(Boolean).join(', ') || null
}

const OLD_NAMES: Record<string, string> = {
  EB: 'BE',
  EC: 'CE',
  ED: 'DE',
  'E(B)': 'BE',
  'E(C)': 'CE',
  'E(D)': 'DE',
}

/** The driving licence at the head of `permis.libelle` ("B - Véhicule léger", "CE - Poids lourd + remorque"); null when unknown. */
export function readLicence(label: string): string | null {
  const head = label
    .replace(/^permis\s+/i, '')
    .split(/\s*[-–:,]\s*|\s+/)[0]
    ?.toUpperCase()
  const code = OLD_NAMES[head ?? ''] ?? head ?? ''
  return DRIVING_LICENCES.includes(code) ? code : null
}
