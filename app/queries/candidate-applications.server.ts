import { db } from '#app/db/client.server.ts'
import { listNamedApplications, type NamedApplication } from '#app/db/named-applications.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { REFUSAL_REASON_LABELS, SPONTANEOUS_TITLE } from '#app/domain/application.labels.ts'
import { isApplicationOpen } from '#app/domain/application.transitions.ts'

const PAGE_SIZE = 10

/** Where an application stands, as the candidate may know it: a reason only when it is shared. */
export function toProgress({ application, lines }: NamedApplication) {
  const { state, createdAt, updatedAt, promisedOn, interviewAt, refusalReason, isReasonShared } = application
  return {
    state,
    sentAt: createdAt.toISOString(),
    changedAt: (lines.at(-1)?.at ?? updatedAt).toISOString(),
    promisedOn,
    interviewAt: interviewAt?.toISOString() ?? null,
    refusalReason: refusalReason && isReasonShared ? REFUSAL_REASON_LABELS[refusalReason] : null,
  }
}

/** What an application answers and who receives it: its offer, or the organisation alone. */
export const toAbout = ({ application, named, organisation }: NamedApplication) => ({
  title: named?.offer.title ?? SPONTANEOUS_TITLE,
  kind: named?.offer.details.kind ?? application.wantedKind,
  organisationName: named?.organisationName ?? organisation?.name ?? null,
  communeName: named?.communeName ?? organisation?.communeName ?? null,
})

/** The candidate's applications, newest first, a page at a time. */
export async function getCandidateApplications(actor: Extract<Actor, { kind: 'candidate' }>, page: number) {
  const { applications, total } = await listNamedApplications(db(), scopeOf(actor), {
    page,
    pageSize: PAGE_SIZE,
  })
  return {
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    applications: applications.map((named) => ({
      id: named.application.id,
      ...toAbout(named),
      isOpen: isApplicationOpen(named.application.state),
      progress: toProgress(named),
    })),
  }
}
export type CandidateApplications = Awaited<ReturnType<typeof getCandidateApplications>>
