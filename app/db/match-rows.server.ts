import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import type { Contract, EligiblePublic, ExperienceLevel, OfferKind } from '#app/domain/offer.ts'
import type { Project } from '#app/domain/profile.ts'
import type { Slot } from '#app/domain/schedule.ts'
import { logger } from '#app/system/logger.server.ts'
import type { TextRow } from './raw.server.ts'

/** A person, or an offer, and the territory within which she or it is matched. */
export type Placed<T> = { territoryId: string; item: T }

/** The columns read by `toPlacedPerson`, of a profile `p` and its account `a`. */
export const PERSON_COLUMNS = `p.territory_id, p.id, p.latitude, p.longitude, p.limit_km, p.projects,
  p.is_open_to_any_occupation, p.kinds, p.contracts, p.slots, p.available_from, p.licences, p.skills,
  p.eligible_publics, a.status = 'active' and a.channel <> 'none'`

/** The columns read by `toPlacedOffer`, of an offer `o`, then the number of its live applications. */
export const OFFER_COLUMNS = `o.territory_id, o.id, o.kind, o.latitude, o.longitude, o.occupation_code,
  case when o.kind in ('job', 'clause') then o.details ->> 'contract' end, o.slots, o.starts_on, o.ends_on, o.licences,
  o.skills, o.experience, case when o.kind = 'clause' then o.details ->> 'eligiblePublics' end, o.state`

const MOST_LISTS_KEPT = 20_000
const ITEM = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/g
const none: readonly string[] = []
const lists = new Map<string, readonly string[]>()

/** An array of texts as PostgreSQL writes it. Lists met before are handed out again: nobody changes them. */
function toList(text: string | null | undefined): readonly string[] {
  if (!text || text === '{}') return none
  const known = lists.get(text)
  if (known) return known
  const list = text.includes('"')
    ? Array.from(text.matchAll(ITEM), ([, quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '')
    : text.slice(1, -1).split(',')
  if (lists.size < MOST_LISTS_KEPT) lists.set(text, list)
  return list
}

function toJsonList<T>(text: string | null | undefined, isItem: (item: unknown) => boolean): T[] {
  if (!text) return []
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list) || !list.every(isItem)) throw new Error('a list does not hold what it should')
  return list
}
const isText = (item: unknown) => typeof item === 'string'
const isProject = (item: unknown) =>
  typeof item === 'object' && item !== null && 'occupationCode' in item && isText(item.occupationCode)
const toNumber = (text: string | null | undefined) => (text == null ? null : Number(text))

/** What could be read of some rows; of each other one the id is logged. */
export const readable = <T>(rows: readonly TextRow[], read: (row: TextRow) => T): T[] =>
  rows.flatMap((row) => {
    try {
      return [read(row)]
    } catch (err) {
      logger.warn({ id: row[1], err }, 'left out of matching: not readable')
      return []
    }
  })

/** A row of `PERSON_COLUMNS` as matching knows the person. Throws when its projects are not a list of them. */
export function toPlacedPerson(row: TextRow): Placed<MatchPerson> {
  return {
    territoryId: row[0] ?? '',
    item: {
      profileId: row[1] ?? '',
      latitude: Number(row[2]),
      longitude: Number(row[3]),
      limitKm: Number(row[4]),
      projects: toJsonList<Project>(row[5], isProject),
      isOpenToAnyOccupation: row[6] === 't',
      kinds: toList(row[7]) as OfferKind[],
      contracts: toList(row[8]) as Contract[],
      slots: toList(row[9]) as Slot[],
      availableFrom: row[10] ?? null,
      licences: toList(row[11]),
      skills: toList(row[12]),
      eligiblePublics: toList(row[13]) as EligiblePublic[],
      isReachable: row[14] === 't',
    },
  }
}

export type PlacedOffer = Placed<MatchOffer> & { isPublished: boolean }

/** A row of `OFFER_COLUMNS` as matching knows the offer; throws like `toPlacedPerson`. `maxApplications` live applications close it. */
export function toPlacedOffer(row: TextRow, maxApplications: number): PlacedOffer {
  const isPublished = row[14] === 'published'
  return {
    territoryId: row[0] ?? '',
    isPublished,
    item: {
      offerId: row[1] ?? '',
      kind: row[2] as OfferKind,
      latitude: toNumber(row[3]),
      longitude: toNumber(row[4]),
      occupationCode: row[5] ?? null,
      contract: (row[6] ?? null) as Contract | null,
      slots: toList(row[7]) as Slot[],
      startsOn: row[8] ?? null,
      endsOn: row[9] ?? null,
      licences: toList(row[10]),
      skills: toList(row[11]),
      experience: row[12] as ExperienceLevel,
      eligiblePublics: toJsonList<EligiblePublic>(row[13], isText),
      isOpen: isPublished && Number(row[15] ?? 0) < maxApplications,
    },
  }
}
