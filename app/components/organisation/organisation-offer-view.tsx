import { HindranceNotice } from '#app/components/match/hindrance-notice.tsx'
import { type Reserve, ReserveNote } from '#app/components/match/reserve-note.tsx'
import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { OfferDetailList } from '#app/components/offer/offer-details.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { OFFER_STATE_LABELS } from '#app/domain/offer.labels.ts'
import { isReserved, type Offer } from '#app/domain/offer.ts'
import { ContactRequests, type ShownRequest } from './contact-requests.tsx'
import { doneWords } from './done-words.ts'
import { FindingsNotice } from './findings-notice.tsx'
import { OfferActions } from './offer-actions.tsx'
import { type Applicant, OfferApplicants } from './offer-applicants.tsx'
import { OfferHistory, type OfferHistoryLine } from './offer-history.tsx'
import { OfferStanding } from './offer-standing.tsx'
import { ProposedPeople, type ProposedPerson } from './proposed-people.tsx'
import { PublishPanel } from './publish-panel.tsx'

type View = Omit<Offer, 'origin' | 'createdAt' | 'updatedAt' | 'publishedAt' | 'expiresAt' | 'closedAt'> & {
  publishedAt: string | null
  expiresAt: string | null
  closedAt: string | null
  daysLeft: number | null
  organisationName: string | null
  isOrganisationVerified: boolean
  communeName: string
  occupationLabel: string | null
  findings: Parameters<typeof FindingsNotice>[0]['findings']
  history: OfferHistoryLine[]
  applications: Applicant[]
  people: ProposedPerson[]
  requests: ShownRequest[]
  reserve: Reserve
  /** False until the proposals are made: the people shown are the first found. */
  isProposed: boolean
  hindrances: string[]
  matchesNobody: boolean
  can: Parameters<typeof OfferActions>[0]['offer']['can']
}

type Props = {
  offer: View
  today: string
  copyId: string
  done: string | null
  refusal: string | null
  twinId: string | null
}

/** What the organisation alone reads on this page. */
const ownFacts = ({ details, address }: View) => [
  { term: 'Adresse', value: address },
  { term: 'Facilitateur', value: details.kind === 'clause' ? details.facilitator : null },
  { term: 'Personne qui accueille', value: details.kind === 'volunteering' ? details.welcomeReferent : null },
]

const FIRST_PEOPLE = 'Voici les premières personnes trouvées près du lieu. D’autres peuvent arriver. '

const UNTIL_AGREED =
  'Leur nom et leurs coordonnées restent cachés tant qu’elles n’ont pas postulé ou accepté. Vous pouvez demander à leur parler. Une chargée de relations leur écrit aussi.'

const RESERVED =
  'Cette offre est réservée. Une chargée de relations écrit aux personnes : vous voyez celles qui disent oui.'

/** An offer as its organisation follows it: where it stands, who answered, who could come, what it says. */
export function OrganisationOfferView({ offer, today, copyId, done, refusal, twinId }: Props) {
  const told = doneWords(done, offer.state)
  const open = offer.applications.filter(({ isOpen }) => isOpen)
  const hiredCount = offer.applications.filter(({ state }) => state === 'hired').length
  const isDraft = offer.state === 'draft'
  return (
    <>
      <PageHeader
        title={offer.title}
        back={{ href: '/structure', label: 'Mes offres' }}
        above={
          <>
            <KindBadge kind={offer.details.kind} />
            <Badge>{OFFER_STATE_LABELS[offer.state]}</Badge>
          </>
        }
        lead={[offer.occupationLabel, offer.communeName].filter(Boolean).join(', ')}
      />
      <div className="with-sidebar end">
        <div className="stack">
          {refusal ? (
            <Notice tone="danger" role="alert" title={refusal} />
          ) : told ? (
            <Notice tone="ok" role="status" title={told} />
          ) : null}
          <OfferStanding offer={offer} hiredCount={hiredCount} />
          <HindranceNotice
            sentences={offer.hindrances}
            href={offer.can.edit ? `/structure/offres/${offer.id}/modifier` : null}
          />
          <FindingsNotice findings={offer.findings} isDraft={isDraft} />
          {isDraft ? (
            <PublishPanel offer={offer} twinId={twinId} />
          ) : (
            <Applications applicants={offer.applications} next={nextStep(offer)} />
          )}
        </div>
        <aside className="card" aria-label="Gérer l’offre">
          <h2>Gérer l’offre</h2>
          {offer.state === 'published' ? (
            <p>
              <a href={`/offres/${offer.id}`}>Voir la page publique</a>
            </p>
          ) : null}
          <OfferActions offer={offer} openCount={open.length} copyId={copyId} />
        </aside>
      </div>
      <ContactRequests requests={offer.requests} />
      {offer.people.length + offer.reserve.withoutBudget + offer.reserve.laterBatch > 0 ? (
        <Section title="Personnes qui correspondent" id="personnes">
          <p className="muted">
            {offer.isProposed ? null : FIRST_PEOPLE}
            {isReserved(offer.details) ? RESERVED : UNTIL_AGREED}
          </p>
          {offer.people.length > 0 ? (
            <ProposedPeople people={offer.people} offerId={offer.id} today={today} />
          ) : null}
          <ReserveNote reserve={offer.reserve} others={offer.people.length > 0} />
        </Section>
      ) : null}
      <Section title={isDraft ? 'Ce que les personnes liront' : 'L’offre'} id="offre">
        <p className="prose">{offer.description}</p>
        <OfferDetailList offer={offer} />
      </Section>
      {ownFacts(offer).some(({ value }) => value) ? (
        <Section title="Pour vous seulement" id="interne">
          <DefinitionList items={ownFacts(offer)} />
        </Section>
      ) : null}
      {offer.history.length > 0 ? (
        <Section title="Ce qui s’est passé" id="historique">
          <OfferHistory lines={offer.history} />
        </Section>
      ) : null}
    </>
  )
}

function nextStep({ people, matchesNobody, details }: View): string {
  if (isReserved(details) && !matchesNobody) return RESERVED
  if (people.length > 0)
    return `${countOf(people.length, 'personne correspond', 'personnes correspondent')} à votre offre. Nous leur écrivons avec vous.`
  return matchesNobody
    ? 'Nous ne pouvons la proposer à personne. Lisez « À vérifier ».'
    : 'Nous cherchons des personnes près de chez vous. Revenez demain.'
}

function Applications({ applicants, next }: { applicants: Applicant[]; next: string }) {
  return (
    <Section title={`Candidatures (${applicants.length})`} id="candidatures">
      {applicants.length > 0 ? (
        <OfferApplicants applicants={applicants} />
      ) : (
        <EmptyState title="Personne n’a encore postulé" icon="mail">
          {next}
        </EmptyState>
      )}
    </Section>
  )
}
