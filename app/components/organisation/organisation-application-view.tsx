import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { formatDateTime, formatDay } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { APPLICATION_STATE_LABELS, REFUSAL_REASON_LABELS } from '#app/domain/application.labels.ts'
import { isApplicationOpen } from '#app/domain/application.transitions.ts'
import type { ApplicationState, RefusalReason } from '#app/domain/application.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { ApplicantCard, type ApplicantView } from './applicant-card.tsx'
import { ApplicantHistory } from './applicant-history.tsx'
import { lateness } from './lateness.ts'

type View = ApplicantView & {
  state: ApplicationState
  version: number
  name: string
  refusalReason: RefusalReason | null
  isReasonShared: boolean
  interviewAt: string | null
  sentAt: string
  promisedOn: string
  daysLeft: number
  /** Null when the person applies without any offer. */
  offer: { id: string; title: string } | null
  kind: OfferKind | null
  history: { action: string; at: string }[]
  can: Parameters<typeof AnswerPanel>[0]['application']['can']
}

type Props = { application: View; form: FormState; today: string; isDone: boolean }

const LABELS = { interviewDay: 'Jour', interviewTime: 'Heure', reason: 'Raison' }

/** Where the application stands, told to the organisation. */
function standing({
  state,
  firstName,
  sentAt,
  interviewAt,
  refusalReason,
  isReasonShared,
  ...rest
}: View): string {
  switch (state) {
    case 'sent':
    case 'seen':
    case 'in_progress':
    case 'on_hold':
      return `Reçue le ${formatDay(sentAt)}. ${lateness(rest.daysLeft, rest.promisedOn)}.`
    case 'interview':
      return interviewAt
        ? `Entretien le ${formatDateTime(interviewAt)}.`
        : 'Appelez la personne pour fixer le jour de l’entretien.'
    case 'pool':
      return 'Gardée pour plus tard. La personne le sait.'
    case 'hired':
      return `${firstName} sait que vous avez dit oui. Appelez pour la suite.`
    case 'refused': {
      const reason = refusalReason ? ` ${REFUSAL_REASON_LABELS[refusalReason]}.` : ''
      return `Vous avez répondu non.${reason} ${isReasonShared ? 'La raison a été dite.' : 'La raison n’a pas été dite.'}`
    }
    case 'withdrawn':
      return `${firstName} a retiré sa candidature.`
    case 'obsolete':
      return `${firstName} a trouvé un emploi ailleurs.`
    case 'unanswered':
      return 'Sans réponse de votre part, nous avons fermé la candidature et prévenu la personne.'
  }
}

/** One application: the person, then the answer. */
export function OrganisationApplicationView({ application, form, today, isDone }: Props) {
  const { state, daysLeft, offer, kind } = application
  const isOpen = isApplicationOpen(state)
  const isLate = isOpen && daysLeft < 0 && state !== 'interview' && state !== 'pool'
  return (
    <>
      <PageHeader
        title={application.name}
        back={
          offer
            ? { href: `/structure/offres/${offer.id}`, label: offer.title }
            : { href: '/structure/candidatures', label: 'Candidatures spontanées' }
        }
        above={
          <>
            {kind ? <KindBadge kind={kind} /> : null}
            <Badge tone={state === 'hired' ? 'ok' : isOpen ? 'brand' : 'neutral'}>
              {state === 'sent' ? 'Nouvelle' : APPLICATION_STATE_LABELS[state]}
            </Badge>
          </>
        }
      />
      <div className="with-sidebar end">
        <div className="stack-loose">
          <ErrorSummary form={form} labels={LABELS} />
          <Notice
            tone={isLate ? 'danger' : state === 'hired' ? 'ok' : 'info'}
            role={isDone ? 'status' : undefined}
            title={isDone && isOpen ? 'C’est noté, et la personne le saura.' : undefined}
          >
            {standing(application)}
          </Notice>
          <ApplicantCard applicant={application} today={today} />
        </div>
        {isOpen ? (
          <aside className="card" aria-label="Votre réponse">
            <h2>Votre réponse</h2>
            <AnswerPanel application={application} form={form} today={today} />
          </aside>
        ) : null}
      </div>
      <Section title="Ce qui s’est passé" id="historique">
        <ApplicantHistory lines={application.history} />
      </Section>
    </>
  )
}
