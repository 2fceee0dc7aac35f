import type { Profile } from '../profile.ts'
import { limitKm } from '../travel.ts'
import type { MatchPerson } from './pair.ts'

/** A profile as matching knows it; what a person says of travel becomes a limit in km. */
export const personOfProfile = (profile: Profile, isReachable: boolean): MatchPerson => ({
  profileId: profile.id,
  latitude: profile.latitude,
  longitude: profile.longitude,
  limitKm: limitKm(profile.travel),
  projects: profile.projects,
  isOpenToAnyOccupation: profile.isOpenToAnyOccupation,
  kinds: profile.kinds,
  contracts: profile.contracts,
  slots: profile.slots,
  availableFrom: profile.availableFrom,
  licences: profile.licences,
  skills: profile.skills,
  eligiblePublics: profile.eligiblePublics,
  isReachable,
})
