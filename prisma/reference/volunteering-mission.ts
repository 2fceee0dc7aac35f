import type { Slot } from '#app/domain/schedule.ts'

/**
 * A typical volunteering mission. `romeCode` is the occupation whose skills it builds, null when it builds none of the list.
 * The description has at least 300 characters. `slots` is when help is wanted, `hoursPerWeek` about how long.
 */
export type MissionTemplate = {
  domain: string
  romeCode: string | null
  title: string
  description: string
  course: string
  aims: string
  suitableProfiles: string
  skillsDeveloped: string
  nextSteps: string
  timeAsked: string
  hoursPerWeek: number
  slots: Slot[]
  skills: string[]
  share: number
}
