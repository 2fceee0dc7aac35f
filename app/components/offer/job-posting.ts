import type { Contract, OfferKind } from '#app/domain/offer.ts'

/** What the JSON-LD of an offer is made of. Instants and dates are ISO texts. */
export type PostedOffer = {
  id: string
  title: string
  description: string
  organisationName: string | null
  communeName: string
  postalCode: string | null
  latitude: number | null
  longitude: number | null
  publishedAt: string
  expiresAt: string | null
  startsOn: string | null
  positions: number
  hoursPerWeek: number | null
  details: { kind: OfferKind; contract?: Contract; isAgencyWork?: boolean }
}

const FULL_TIME_HOURS = 30
const BY_CONTRACT: Partial<Record<Contract, string>> = {
  cdd: 'TEMPORARY',
  interim: 'TEMPORARY',
  apprentissage: 'OTHER',
  professionnalisation: 'OTHER',
}

function employmentTypes({ details, hoursPerWeek }: PostedOffer): string[] {
  if (details.kind === 'volunteering') return ['VOLUNTEER']
  const time = hoursPerWeek === null ? [] : [hoursPerWeek >= FULL_TIME_HOURS ? 'FULL_TIME' : 'PART_TIME']
  if (details.kind === 'seasonal') return [...time, 'TEMPORARY']
  const byContract = details.contract && BY_CONTRACT[details.contract]
  return [...time, ...(byContract ? [byContract] : [])]
}

/** schema.org/JobPosting of a published offer, as search engines read it. */
export const toJobPosting = (offer: PostedOffer, url: string) => ({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: offer.title,
  description: offer.description,
  identifier: { '@type': 'PropertyValue', name: 'Actifs', value: offer.id },
  url,
  datePosted: offer.publishedAt,
  ...(offer.expiresAt && { validThrough: offer.expiresAt }),
  ...(offer.startsOn && { jobStartDate: offer.startsOn }),
  totalJobOpenings: offer.positions,
  employmentType: employmentTypes(offer),
  hiringOrganization: { '@type': 'Organization', name: offer.organisationName ?? 'Structure du territoire' },
  jobLocation: {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressLocality: offer.communeName,
      ...(offer.postalCode && { postalCode: offer.postalCode }),
      addressCountry: 'FR',
    },
    ...(offer.latitude !== null &&
      offer.longitude !== null && {
        geo: { '@type': 'GeoCoordinates', latitude: offer.latitude, longitude: offer.longitude },
      }),
  },
  directApply: true,
})

/** JSON that cannot close the script element it stands in. */
export const toScriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')
