import { z } from 'zod'

/** The ⚙ settings of a territory. Days are calendar days unless said otherwise. */
export const territorySettingsSchema = z.object({
  offerLifetimeDays: z.number().int().min(1).max(365).default(60),
  offerReminderDays: z.array(z.number().int().min(1)).default([7, 1]),
  maxApplicationsPerOffer: z.number().int().min(1).default(80),
  replyDelayWorkingDays: z.number().int().min(1).max(30).default(7),
  reapplyAfterDays: z.number().int().min(0).default(7),
  monthlySolicitations: z.number().int().min(0).max(8).default(2),
  batchSize: z.number().int().min(1).default(10),
  batchStopAtInterested: z.number().int().min(1).default(6),
  inactivityMonths: z.number().int().min(1).default(6),
  /** Sign-in codes one internet connection may ask for in an hour: a library or a reception desk shares one. */
  codesPerAddress: z.number().int().min(1).default(30),
  /** Sign-in codes one internet connection may try in an hour, right or wrong. */
  codeTriesPerAddress: z.number().int().min(5).default(100),
  /** Sign-in codes that leave in an hour on each channel, whoever asks: what bounds the bill of the SMS. */
  codesPerHour: z.number().int().min(1).default(500),
})
export type TerritorySettings = z.infer<typeof territorySettingsSchema>

export const LOGO_FORMATS = ['png', 'jpeg'] as const
export type LogoFormat = (typeof LOGO_FORMATS)[number]

/** The territory's own logo. `hash` names its content in its address; sizes in pixels; `alternative` is said in its place. */
export const territoryLogoSchema = z.object({
  hash: z.string(),
  format: z.enum(LOGO_FORMATS),
  width: z.number(),
  height: z.number(),
  alternative: z.string(),
})
export type TerritoryLogo = z.infer<typeof territoryLogoSchema>

/** The heaviest logo taken, in bytes: every public page loads it, and may weigh 60 kB in all (issue 5, "Light"). */
export const MAX_LOGO_BYTES = 12_000

/** The département that runs the platform, and what its pages show. `helpPhone` is E.164. */
export type Territory = {
  id: string
  departementCode: string
  name: string
  helpPhone: string
  helpHours: string
  brandColor: string | null
  senderName: string
  latitude: number
  longitude: number
  settings: TerritorySettings
  logo: TerritoryLogo | null
}
