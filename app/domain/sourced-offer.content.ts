import { searchName } from './commune.ts'
import type { Occupation } from './occupation.ts'
import type { SourcedContent } from './sourced-offer.decide.ts'
import type { Placed } from './sourced-offer.place.ts'
import type { SourcedOffer } from './sourced-offer.ts'
import { appellationKeys } from './sourced-offer.words.ts'

/** What the platform knows and a source's words are matched with. `codesByAppellation` comes from `indexAppellations`. */
export type KnownWords = {
  occupations: ReadonlyMap<string, Occupation>
  codesByAppellation: ReadonlyMap<string, readonly string[]>
  licences: ReadonlySet<string>
  skillByLabel: ReadonlyMap<string, string>
}

/**
 * The occupation of an offer. Its code may be a ROME 3 one, which is a parent of today's records and the code of one of
 * them only: so the record of its appellation wins when it has the same parent as the record of the code. Else the record
 * of the code; else the record of the appellation; else, when the code is the parent of records known here, the first of
 * them; else null, which leaves the offer open to anybody.
 */
export function findSourcedOccupation(
  offer: Pick<SourcedOffer, 'romeCode' | 'occupationLabel'>,
  known: KnownWords,
): Occupation | null {
  const { romeCode, occupationLabel } = offer
  const exact = romeCode ? known.occupations.get(romeCode) : undefined
  const parentCode = exact?.parentCode ?? romeCode
  const named = occupationLabel ? occupationsNamed(occupationLabel, known) : []
  const relatives = named.filter((occupation) => occupation.parentCode === parentCode)
  const relative = relatives.find((occupation) => occupation === exact) ?? relatives[0]
  if (relative) return relative
  if (exact) return exact
  if (named[0]) return named[0]
  const children = [...known.occupations.values()].filter((occupation) => occupation.parentCode === romeCode)
  return children.sort((a, b) => (a.romeCode < b.romeCode ? -1 : 1))[0] ?? null
}

/** The records of which this label is an appellation: those written just so come first. */
const occupationsNamed = (label: string, known: KnownWords): Occupation[] =>
  appellationKeys(label)
    .flatMap((key) => known.codesByAppellation.get(key) ?? [])
    .flatMap((code) => known.occupations.get(code) ?? [])

/** A placed offer of a source in the platform's own terms. Whether seasonal work keeps the RSA is not known of it: it does not. */
export function toSourcedContent(
  offer: SourcedOffer,
  options: { placed: Placed; source: string; replyDelayDays: number; known: KnownWords },
): SourcedContent {
  const { placed, source, replyDelayDays, known } = options
  const occupation = findSourcedOccupation(offer, known)
  const skills = offer.skills.flatMap((label) => known.skillByLabel.get(searchName(label)) ?? [])
  return {
    title: offer.title,
    occupationCode: occupation?.romeCode ?? null,
    description: offer.description,
    communeCode: placed.commune.inseeCode,
    ...placed.position,
    address: null,
    positions: offer.positions,
    startsOn: null,
    endsOn: null,
    hoursPerWeek: offer.hoursPerWeek,
    slots: [],
    pay: offer.pay,
    licences: offer.licences.filter((code) => known.licences.has(code)),
    skills: [...new Set(skills)],
    experience: offer.experience,
    isReachableByTransit: false,
    hasCollectivePickup: false,
    hasLodging: false,
    isDisabilityFriendly: offer.isDisabilityFriendly,
    replyDelayDays,
    details: offer.isSeasonal
      ? {
          kind: 'seasonal',
          season: offer.duration ?? '',
          crop: occupation?.plainLabel ?? offer.occupationLabel ?? offer.title,
          keepsRsa: false,
        }
      : { kind: 'job', contract: offer.contract, isAgencyWork: offer.isAgencyWork },
    origin: {
      source,
      sourceId: offer.sourceId,
      url: offer.url,
      organisationName: offer.organisationName,
    },
    publishedAt: offer.publishedAt,
  }
}
