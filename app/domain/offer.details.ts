import { z } from 'zod'
import { CONTRACTS, ELIGIBLE_PUBLICS, type OfferDetails } from './offer.ts'

/** The fields of each kind of offer, and no others: what the `details` column holds. */
export const offerDetailsSchema: z.ZodType<OfferDetails> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('job'), contract: z.enum(CONTRACTS), isAgencyWork: z.boolean() }),
  z.object({
    kind: z.literal('clause'),
    contract: z.enum(CONTRACTS),
    market: z.string(),
    lot: z.string(),
    buyer: z.string(),
    contractor: z.string(),
    plannedHours: z.number(),
    facilitator: z.string(),
    eligiblePublics: z.array(z.enum(ELIGIBLE_PUBLICS)),
  }),
  z.object({ kind: z.literal('seasonal'), season: z.string(), crop: z.string(), keepsRsa: z.boolean() }),
  z.object({
    kind: z.literal('volunteering'),
    course: z.string(),
    aims: z.string(),
    suitableProfiles: z.string(),
    skillsDeveloped: z.string(),
    nextSteps: z.string(),
    welcomeReferent: z.string(),
    timeAsked: z.string(),
    field: z.string(),
  }),
])
