import { findAccountOfProfile, listRecruiters } from '#app/db/accounts.server.ts'
import { findApplication } from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Application, ApplicationState } from '#app/domain/application.ts'
import type { MessageKind } from '#app/domain/message.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

type Notice = { kind: MessageKind; to: 'candidate' | 'organisation'; states: readonly ApplicationState[] }

/** What each fact says, to whom, and in which states it is still worth saying. */
const NOTICES: Record<string, Notice> = {
  'application.sent': { kind: 'application_received', to: 'organisation', states: ['sent'] },
  'application.reminder_due': { kind: 'application_reminder', to: 'organisation', states: ['sent', 'seen'] },
  'application.interview': { kind: 'application_interview', to: 'candidate', states: ['interview'] },
  'application.hired': { kind: 'application_hired', to: 'candidate', states: ['hired'] },
  'application.refused': { kind: 'application_refused', to: 'candidate', states: ['refused'] },
  'application.obsolete': { kind: 'application_obsolete', to: 'candidate', states: ['obsolete'] },
  'application.unanswered': { kind: 'application_unanswered', to: 'candidate', states: ['unanswered'] },
}

async function readersOf({ profileId, organisationId }: Application, to: Notice['to']) {
  if (to === 'organisation') return organisationId ? listRecruiters(db(), organisationId) : []
  const account = await findAccountOfProfile(db(), profileId)
  return account ? [account] : []
}

/** Tells the organisation, by e-mail, or the candidate, on the channel she or he chose, what has happened to an application. */
export async function notifyApplication(
  { eventId, applicationId, fact }: JobData<'notify-application'>,
  context: WorkerContext,
): Promise<void> {
  const notice = NOTICES[fact]
  const application = await findApplication(db(), { kind: 'system' }, applicationId)
  if (!notice || !application || !notice.states.includes(application.state)) return
  const wantedChannel = notice.to === 'organisation' ? 'email' : null
  const saying = { eventId, kind: notice.kind, subjectId: applicationId, wantedChannel } as const
  await sayToAccounts(await readersOf(application, notice.to), saying, context)
}
