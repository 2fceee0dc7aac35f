import { searchName } from './commune.ts'
import type { Occupation } from './occupation.ts'
import type { SourcedContent } from './sourced-offer.decide.ts'
import type { Placed } from './sourced-offer.place.ts'
import type { SourcedOffer } from './sourced-offer.ts'

/** What the platform knows and a source's words are matched with. `codeByAppellation` is keyed by `searchName`. */
export type KnownWords = {
  occupations: ReadonlyMap<string, Occupation>
  codeByAppellation: ReadonlyMap<string, string>
  licences: ReadonlySet<string>
  skillByLabel: ReadonlyMap<string, string>
}

/**
 * The occupation of an offer: its ROME code when it is known here; else the record of its appellation; else, when the code
 * is the parent of records known here, the first of them; else null, which leaves the offer open to anybody.
 */
export function findSourcedOccupation(
  offer: Pick<SourcedOffer, 'romeCode' | 'occupationLabel'>,
  known: KnownWords,
): Occupation | null {
  const { romeCode, occupationLabel } = offer
  const exact = romeCode ? known.occupations.get(romeCode) : undefined
  if (exact) return exact
  const byLabel = occupationLabel ? known.codeByAppellation.get(searchName(occupationLabel)) : undefined
  if (byLabel) return known.occupations.get(byLabel) ?? null
  const children = [...known.occupations.values()].filter(({ parentCode }) => parentCode === romeCode)
  return children.sort((a, b) => (a.romeCode < b.romeCode ? -1 : 1))[0] ?? null
}

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
