import type { PersonalApplication } from '#app/db/organisation-applications.server.ts'
import { shortName } from '#app/domain/account.ts'
import { isApplicationOpen } from '#app/domain/application.transitions.ts'
import { daysBetween } from '#app/domain/duration.ts'

/** A line of the list of who applied, as the organisation reads it. `today` is an ISO date. */
export const toApplicant = ({ application, person, communeName }: PersonalApplication, today: string) => ({
  id: application.id,
  name: shortName(person),
  communeName,
  state: application.state,
  isOpen: isApplicationOpen(application.state),
  sentAt: application.createdAt.toISOString(),
  promisedOn: application.promisedOn,
  daysLeft: daysBetween(today, application.promisedOn),
  interviewAt: application.interviewAt?.toISOString() ?? null,
})
