import type { EligiblePublic } from './offer.ts'
import type { Profile } from './profile.ts'

/** What the form sends for "none of these situations". */
export const NO_SITUATION = 'none'

type Said = Pick<Profile, 'eligiblePublics' | 'answered'>

/** What the person said of the situations that the law reserves offers for, none of them included; null when nothing is said. */
export const saidSituations = ({ eligiblePublics, answered }: Said): EligiblePublic[] | null =>
  eligiblePublics.length > 0 || answered.includes('situation') ? eligiblePublics : null

/** The profile once nothing is said of it any more, not even that it was asked. */
export const withoutSituation = <T extends Said>(profile: T): T => ({
  ...profile,
  eligiblePublics: [],
  answered: profile.answered.filter((question) => question !== 'situation'),
})
