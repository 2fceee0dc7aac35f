import { removeOldAccesses } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import {
  deleteEmptyOrganisations,
  deleteOldDeliveries,
  deleteOldDepartures,
  deleteOldFacts,
  deleteOldInvitations,
  deleteOldMessages,
  deleteOldOffers,
  deleteOldSpontaneous,
  deleteOldSuspensionRequests,
  deleteOldVerifications,
} from '#app/db/old-records.server.ts'
import { monthsBefore } from '#app/domain/duration.ts'
import { RETENTION } from '#app/domain/retention.ts'

const DAY_MS = 86_400_000

/** Removes what has been kept for as long as `RETENTION` says, each table by a statement of its own. */
export async function deleteOldRecords({ now }: { now: Date }): Promise<void> {
  const months = (count: number) => monthsBefore(now, count)
  const days = (count: number) => new Date(now.getTime() - count * DAY_MS)
  await deleteOldMessages(db(), months(RETENTION.messageMonths))
  await deleteOldDeliveries(db(), months(RETENTION.messageMonths))
  await deleteOldVerifications(db(), days(RETENTION.verificationDays))
  await deleteOldInvitations(db(), months(RETENTION.finishedInvitationMonths))
  await deleteOldSuspensionRequests(db(), months(RETENTION.suspensionRequestMonths))
  await deleteOldOffers(db(), {
    closedBefore: months(RETENTION.closedOfferMonths),
    untouchedBefore: months(RETENTION.draftMonths),
  })
  await deleteOldSpontaneous(db(), months(RETENTION.closedOfferMonths))
  await deleteEmptyOrganisations(db(), months(RETENTION.emptyOrganisationMonths))
  await deleteOldFacts(db(), months(RETENTION.factMonths))
  await deleteOldDepartures(db(), months(RETENTION.departureMonths))
  await removeOldAccesses(db(), now)
}
