import { isPosition, type Position } from '#app/domain/geo.ts'
import {
  SOURCED_DESCRIPTION_LENGTH,
  SOURCED_TITLE_LENGTH,
  type SourcedOffer,
  type SourcedPlace,
} from '#app/domain/sourced-offer.ts'
import {
  readContract,
  readDuration,
  readExperience,
  readLicence,
  readPay,
  readWeeklyHours,
} from './france-travail-words.ts'
import { cutText, plainLine, plainText } from './plain-text.ts'

type Row = Record<string, unknown>

const PAGE = 'https://candidat.francetravail.fr/offres/recherche/detail/'
const MAX_POSITIONS = 500
const NO_DESCRIPTION = 'Le détail de cette offre est à lire sur le site d’origine.'

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const rowOf = (value: unknown): Row => (isRow(value) ? value : {})
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function textOf(value: unknown, length = 300): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return cutText(plainLine(String(value)), length) || null
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() ? Number(value.trim().replace(',', '.')) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

const isTrue = (value: unknown) =>
  value === true || value === 1 || (typeof value === 'string' && /^(true|oui|1)$/i.test(value))

/**
 * One offer of France Travail's API "Offres d'emploi v2" (`resultats[]`), or the reason why it cannot be read. Only the id
 * and the title are needed; every other field may be missing, null, or a number written as a text.
 */
export function readFranceTravailOffer(row: unknown): SourcedOffer | { reason: string } {
  if (!isRow(row)) return { reason: 'expected an object' }
  const sourceId = textOf(row.id, 100)
  if (!sourceId) return { reason: 'missing id' }
  const title =
    textOf(row.intitule, SOURCED_TITLE_LENGTH) ?? textOf(row.appellationlibelle, SOURCED_TITLE_LENGTH)
  if (!title) return { reason: 'missing title (intitule)' }
  const description = typeof row.description === 'string' ? plainText(row.description) : ''
  const pay = rowOf(row.salaire)
  const contract = readContract({
    type: textOf(row.typeContrat),
    nature: textOf(row.natureContrat),
    label: textOf(row.typeContratLibelle),
  })
  return {
    sourceId,
    url: readUrl(row, sourceId),
    organisationName: textOf(rowOf(row.entreprise).nom, 120),
    publishedAt: readInstant(row.dateCreation) ?? readInstant(row.dateActualisation),
    title,
    description: cutText(description || NO_DESCRIPTION, SOURCED_DESCRIPTION_LENGTH),
    place: readPlace(rowOf(row.lieuTravail)),
    romeCode: textOf(row.romeCode)?.toUpperCase() ?? null,
    occupationLabel: textOf(row.appellationlibelle) ?? textOf(row.romeLibelle),
    ...contract,
    duration: readDuration(textOf(row.typeContratLibelle)),
    positions: Math.min(MAX_POSITIONS, Math.max(1, Math.floor(numberOf(row.nombrePostes) ?? 1))),
    hoursPerWeek: readWeeklyHours(textOf(row.dureeTravailLibelle)),
    pay: cutText(readPay(textOf(pay.libelle), textOf(pay.commentaire)) ?? '', 200) || null,
    licences: requiredLicences(row.permis),
    skills: listOf(row.competences).flatMap((skill) => textOf(rowOf(skill).libelle) ?? []),
    experience: readExperience(textOf(row.experienceExige), textOf(row.experienceLibelle)),
    isDisabilityFriendly: [row.accessibleTH, row.entrepriseAdaptee, row.employeurHandiEngage].some(isTrue),
  }
}

function requiredLicences(permis: unknown): string[] {
  const codes = listOf(permis).flatMap((item) => {
    const { libelle, exigence } = rowOf(item)
    return textOf(exigence)?.toUpperCase() === 'E' ? (readLicence(textOf(libelle) ?? '') ?? []) : []
  })
  return [...new Set(codes)].sort()
}

/** "02 - LAON", "02 - LAON CEDEX 9", "LAON (02)" → the town's name. */
function readPlace(place: Row): SourcedPlace {
  const label = textOf(place.libelle, 120)
  const prefix = /^(\d{2,3}|2[AB])\s*-\s*/i.exec(label ?? '')
  const suffix = /\s*\((\d{2,3}|2[AB])\)$/i.exec(label ?? '')
  const town = (label ?? '')
    .replace(prefix?.[0] ?? '', '')
    .replace(suffix?.[0] ?? '', '')
    .replace(/\s+cedex(\s+\d+)?$/i, '')
  const inseeCode = codeOf(place.commune)
  const postalCode = codeOf(place.codePostal)
  const departementCode =
    departementOf(inseeCode) ?? prefix?.[1]?.toUpperCase() ?? suffix?.[1] ?? departementOf(postalCode)
  return { label: town || null, postalCode, inseeCode, departementCode, position: readPosition(place) }
}

/** A code of five characters; a leading zero lost by a spreadsheet is given back. */
function codeOf(value: unknown): string | null {
  const text = (textOf(value) ?? '').toUpperCase().padStart(5, '0')
  return /^(\d{5}|2[AB]\d{3})$/.test(text) && text !== '00000' ? text : null
}

const departementOf = (code: string | null) => code?.slice(0, /^9[78]/.test(code) ? 3 : 2) ?? null

function readPosition({ latitude, longitude }: Row): Position | null {
  const position = { latitude: numberOf(latitude), longitude: numberOf(longitude) }
  if (position.latitude === null || position.longitude === null) return null
  const found = { latitude: position.latitude, longitude: position.longitude }
  return isPosition(found) && (found.latitude !== 0 || found.longitude !== 0) ? found : null
}

function readInstant(value: unknown): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value.trim())) return null
  const instant = new Date(value.trim())
  return Number.isNaN(instant.getTime()) ? null : instant
}

/** The offer's page at its origin: only an address of the web is a link. */
function readUrl(row: Row, sourceId: string): string | null {
  const given = [rowOf(row.origineOffre).urlOrigine, rowOf(row.contact).urlPostulation]
  const url = given.find(
    (value): value is string =>
      typeof value === 'string' &&
      /^https?:\/\/\S+$/i.test(value) &&
      URL.canParse(value) &&
      value.length < 2000,
  )
  return url ?? (/^\d{1,3}[A-Z0-9]{3,8}$/i.test(sourceId) ? `${PAGE}${sourceId}` : null)
}
