import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import type { Contract, EligiblePublic, ExperienceLevel, OfferKind } from '#app/domain/offer.ts'
import type { Project } from '#app/domain/profile.ts'
import type { Slot } from '#app/domain/schedule.ts'
import { logger } from '#app/system/logger.server.ts'
import type { TextRow } from './raw.server.ts'

/** A person, or an offer, and the territory within which she or it is matched. */
export type Placed<T> = { territoryId: string; item: T }

// One text a row: a separator that nobody types costs less than fifteen columns, on both sides.
const SEPARATOR = '\x1f'
const joined = (columns: string) => `concat_ws(E'\\x1f', ${columns})`

/** An account `a` is in use; its person accepts to be written to. */
export const IS_ACTIVE = "a.status = 'active'"
export const IS_CONTACTED = "a.channel <> 'none'"

/** What `details` of an offer `o` tell, where its kind has it. */
export const OFFER_CONTRACT = `case when o.kind in ('job', 'clause') then o.details ->> 'contract' end`
export const OFFER_PUBLICS = `case when o.kind = 'clause' then o.details ->> 'eligiblePublics' end`

/** What `toPlacedPerson` reads, of a profile `p` and its account `a`. */
export const PERSON_COLUMNS = joined(`p.id, p.territory_id, p.latitude, p.longitude, p.limit_km, p.projects,
  p.is_open_to_any_occupation, p.kinds, p.contracts, p.slots, coalesce(p.available_from::text, ''), p.licences,
  p.skills, p.eligible_publics, ${IS_ACTIVE}, ${IS_CONTACTED}`)

/** What `toPlacedOffer` reads, of an offer `o` and of `x.live`, the number of its live applications. */
export const OFFER_COLUMNS = joined(`o.id, o.territory_id, o.kind, coalesce(o.latitude::text, ''),
  coalesce(o.longitude::text, ''), coalesce(o.occupation_code, ''),
  coalesce(${OFFER_CONTRACT}, ''), o.slots,
  coalesce(o.starts_on::text, ''), coalesce(o.ends_on::text, ''), o.licences, o.skills, o.experience,
  coalesce(${OFFER_PUBLICS}, ''), o.state, coalesce(x.live, 0)`)

const PERSON_VALUES = 16
const OFFER_VALUES = 16

function valuesOf([text]: TextRow, count: number): string[] {
  const values = text?.split(SEPARATOR) ?? []
  if (values.length !== count) throw new Error('a row does not hold what it should')
  return values
}

const MOST_KEPT = 20_000
const ITEM = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/g
const none: readonly string[] = []
const lists = new Map<string, readonly string[]>()

/** An array of texts as PostgreSQL writes it. */
function toList(text: string | undefined): readonly string[] {
  if (!text || text === '{}') return none
  if (!text.includes('"')) return text.slice(1, -1).split(',')
  return Array.from(
    text.matchAll(ITEM),
    ([, quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '',
  )
}

/** The same for lists of which there are few: those met before are handed out again, as nobody changes them. */
function toChoices(text: string | undefined): readonly string[] {
  if (!text || text === '{}') return none
  const known = lists.get(text)
  if (known) return known
  const list = toList(text)
  if (lists.size < MOST_KEPT) lists.set(text, list)
  return list
}

function toJsonList<T>(text: string | undefined, isItem: (item: unknown) => item is T): T[] {
  if (!text) return []
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list) || !list.every(isItem)) throw new Error('a list does not hold what it should')
  return list
}
const isText = (item: unknown): item is string => typeof item === 'string'
const isProject = (item: unknown): item is Project =>
  typeof item === 'object' && item !== null && 'occupationCode' in item && isText(item.occupationCode)

const projects = new Map<string, Project>()

/** A list of projects as PostgreSQL writes it in JSON. Projects met before are handed out again, as nobody changes them. */
function toProjects(text: string): readonly Project[] {
  const known: Project[] = []
  for (const piece of text.slice(2, -2).split('}, {')) {
    const project = projects.get(piece)
    if (project) known.push(project)
    else {
      const list = toJsonList(text, isProject)
      if (projects.size < MOST_KEPT) for (const one of list) projects.set(writtenAs(one), one)
      return list
    }
  }
  return known
}
const writtenAs = ({ experience, occupationCode }: Project) =>
  `"experience": ${JSON.stringify(experience)}, "occupationCode": ${JSON.stringify(occupationCode)}`
const orNull = (text: string | undefined) => (text ? text : null)
const toNumber = (text: string | undefined) => (text ? Number(text) : null)

export type PlacedPerson = Placed<MatchPerson> & { isActive: boolean }

/** A row of `PERSON_COLUMNS` as matching knows the person. Throws when it does not hold what it should. */
function toPlacedPerson(row: TextRow): PlacedPerson {
  const values = valuesOf(row, PERSON_VALUES)
  const isActive = values[14] === 't'
  return {
    territoryId: values[1] ?? '',
    isActive,
    item: {
      profileId: values[0] ?? '',
      latitude: Number(values[2]),
      longitude: Number(values[3]),
      limitKm: Number(values[4]),
      projects: toProjects(values[5] ?? ''),
      isOpenToAnyOccupation: values[6] === 't',
      kinds: toChoices(values[7]) as OfferKind[],
      contracts: toChoices(values[8]) as Contract[],
      slots: toChoices(values[9]) as Slot[],
      availableFrom: orNull(values[10]),
      licences: toChoices(values[11]),
      skills: toList(values[12]),
      eligiblePublics: toChoices(values[13]) as EligiblePublic[],
      isReachable: isActive && values[15] === 't',
    },
  }
}

export type PlacedOffer = Placed<MatchOffer> & { isPublished: boolean }

/** Live applications that close an offer, by territory. */
export type Ceilings = { get(territoryId: string): number | undefined }

/** A row of `OFFER_COLUMNS` as matching knows the offer. Throws when it does not hold what it should. */
function toPlacedOffer(row: TextRow, ceilings: Ceilings): PlacedOffer {
  const values = valuesOf(row, OFFER_VALUES)
  const territoryId = values[1] ?? ''
  const isPublished = values[14] === 'published'
  return {
    territoryId,
    isPublished,
    item: {
      offerId: values[0] ?? '',
      kind: values[2] as OfferKind,
      latitude: toNumber(values[3]),
      longitude: toNumber(values[4]),
      occupationCode: orNull(values[5]),
      contract: orNull(values[6]) as Contract | null,
      slots: toChoices(values[7]) as Slot[],
      startsOn: orNull(values[8]),
      endsOn: orNull(values[9]),
      licences: toChoices(values[10]),
      skills: toList(values[11]),
      experience: values[12] as ExperienceLevel,
      eligiblePublics: toJsonList(values[13], isText) as EligiblePublic[],
      isOpen: isPublished && Number(values[15]) < (ceilings.get(territoryId) ?? 0),
    },
  }
}

function readable<T>(rows: readonly TextRow[], read: (row: TextRow) => T): T[] {
  const items: T[] = []
  for (const row of rows)
    try {
      items.push(read(row))
    } catch (err) {
      logger.warn({ id: row[0]?.slice(0, 36), err }, 'left out of matching: not readable')
    }
  return items
}

/** Rows of `PERSON_COLUMNS`; of those that cannot be read the id is logged. */
export const toPeople = (rows: readonly TextRow[]): PlacedPerson[] => readable(rows, toPlacedPerson)

/** Rows of `OFFER_COLUMNS`; of those that cannot be read the id is logged. */
export const toOffers = (rows: readonly TextRow[], ceilings: Ceilings): PlacedOffer[] =>
  readable(rows, (row) => toPlacedOffer(row, ceilings))
