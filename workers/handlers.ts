import { closeUnansweredApplications } from '#app/use-cases/close-unanswered-applications.server.ts'
import { eraseInactiveAccounts } from '#app/use-cases/erase-inactive-accounts.server.ts'
import { expireOffers } from '#app/use-cases/expire-offers.server.ts'
import { noticeErasures } from '#app/use-cases/notice-erasures.server.ts'
import { purgeUnproven } from '#app/use-cases/purge-unproven.server.ts'
import { remindApplications } from '#app/use-cases/remind-applications.server.ts'
import { remindOffers } from '#app/use-cases/remind-offers.server.ts'
import { suspendInactive } from '#app/use-cases/suspend-inactive.server.ts'
import { atNight } from './at-night.ts'
import { inContactHours } from './contact/in-contact-hours.ts'
import type { WorkerContext } from './context.ts'
import { allocateOffer } from './handlers/allocate-offer.ts'
import { deleteOldRecords } from './handlers/delete-old-records.ts'
import { indexOffer } from './handlers/index-offer.ts'
import { matchOffer } from './handlers/match-offer.ts'
import { matchProfile } from './handlers/match-profile.ts'
import { notifyApplication } from './handlers/notify-application.ts'
import { notifyErasure } from './handlers/notify-erasure.ts'
import { notifyFactor } from './handlers/notify-factor.ts'
import { notifyJoinRequest } from './handlers/notify-join-request.ts'
import { notifyMatch } from './handlers/notify-match.ts'
import { notifyOffer } from './handlers/notify-offer.ts'
import { notifyOrganisation } from './handlers/notify-organisation.ts'
import { notifyReading } from './handlers/notify-reading.ts'
import { pauseOldSearches } from './handlers/pause-old-searches.ts'
import { planRematch } from './handlers/plan-rematch.ts'
import { reconcileMessages } from './handlers/reconcile-messages.ts'
import { rematchSlice } from './handlers/rematch-slice.ts'
import { requeueEvents } from './handlers/requeue-events.ts'
import { sendContactProof } from './handlers/send-contact-proof.ts'
import { sendDueMessages } from './handlers/send-due-messages.ts'
import { sendInvitation } from './handlers/send-invitation.ts'
import { sendMessage } from './handlers/send-message.ts'
import { sendOrganisationCode } from './handlers/send-organisation-code.ts'
import { sendSignInCode } from './handlers/send-sign-in-code.ts'
import { stopContact } from './handlers/stop-contact.ts'
import { tellApplicants } from './handlers/tell-applicants.ts'
import { tellNewOffers } from './handlers/tell-new-offers.ts'
import type { JobData, JobName } from './jobs.ts'

type Handlers = { [J in JobName]: (data: JobData<J>, context: WorkerContext) => Promise<unknown> }

/** What each job does. Every one re-reads, may run twice and in any order. */
export const HANDLERS: Handlers = {
  'index-offer': indexOffer,
  'match-offer': matchOffer,
  'match-profile': matchProfile,
  'allocate-offer': allocateOffer,
  'notify-match': notifyMatch,
  'notify-application': notifyApplication,
  'notify-offer': notifyOffer,
  'tell-applicants': tellApplicants,
  'stop-contact': stopContact,
  'send-sign-in-code': sendSignInCode,
  'notify-reading': notifyReading,
  'send-organisation-code': sendOrganisationCode,
  'send-invitation': sendInvitation,
  'notify-join-request': notifyJoinRequest,
  'notify-organisation': notifyOrganisation,
  'send-contact-proof': sendContactProof,
  'notify-erasure': notifyErasure,
  'notify-factor': notifyFactor,
  'send-message': sendMessage,
  'rematch-slice': rematchSlice,
  'plan-rematch': (_, context) => planRematch(context),
  'send-due-messages': (_, context) => sendDueMessages(context),
  'reconcile-messages': (_, context) => reconcileMessages(context),
  'requeue-events': (_, context) => requeueEvents(context),
  'purge-unproven': (_, { clock }) => purgeUnproven({ now: clock() }),
  'expire-offers': (_, { clock }) => expireOffers({ now: clock() }),
  'remind-offers': (_, context) => inContactHours(context, (now) => remindOffers({ now })),
  'remind-applications': (_, context) => inContactHours(context, (now) => remindApplications({ now })),
  'close-unanswered-applications': (_, context) =>
    inContactHours(context, (now) => closeUnansweredApplications({ now })),
  'suspend-inactive': (_, { clock }) => suspendInactive({ now: clock() }),
  'notice-erasures': (_, context) => inContactHours(context, (now) => noticeErasures({ now })),
  'erase-inactive-accounts': (_, context) => atNight(context, (now) => eraseInactiveAccounts({ now })),
  'tell-new-offers': (_, context) => inContactHours(context, () => tellNewOffers(context)),
  'pause-old-searches': (_, context) => inContactHours(context, () => pauseOldSearches(context)),
  'delete-old-records': (_, context) => deleteOldRecords(context),
}
