import { AnonymousPersonCard } from '#app/components/match/anonymous-person-card.tsx'
import { ChangeLine } from '#app/components/match/change-line.tsx'
import { MissingList } from '#app/components/match/missing-list.tsx'
import { ScoreBars } from '#app/components/match/score-bars.tsx'
import { freeFrom } from '#app/components/person/free-from.ts'
import { personTitle } from '#app/components/person/person-title.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import type { Reason } from '#app/domain/matching/explain.ts'

export type ProposedPerson = {
  /** Known to this organisation alone. */
  reference: string
  /** First name and initial of who chose to be visible. */
  name: string | null
  communeName: string
  distanceKm: number
  occupations: string[]
  skills: string[]
  licences: string[]
  availableFrom: string | null
  isInterested: boolean
  /** True while the organisation may ask her or him for a word about this offer. */
  mayAsk: boolean
  reasons: Reason[]
  missing: string[]
  /** The one change that would open the offer, in words. */
  change: string | null
}

const SHOWN_FIRST = 6

/** A reason said first: it brings most of what it could. */
const GOOD_SHARE = 0.7

const isGood = ({ points, maxPoints }: Reason) => points >= maxPoints * GOOD_SHARE

type Card = { person: ProposedPerson; offerId: string; today: string }

const Person = ({ person, offerId, today }: Card) => {
  const { availableFrom, reasons, missing, change } = person
  const availability = `disponible ${freeFrom(availableFrom, today)}`
  return (
    <AnonymousPersonCard
      person={{
        ...person,
        title: personTitle(person.name, person.communeName),
        availability,
      }}
      actions={
        <div className="stack-tight">
          {person.isInterested ? (
            <Badge tone="ok" icon="check">
              Se dit intéressée
            </Badge>
          ) : null}
          <p>
            {reasons
              .filter(isGood)
              .map(({ sentence }) => sentence)
              .join(' ')}
          </p>
          <MissingList missing={missing} />
          {change ? <ChangeLine change={change} /> : null}
          <details className="details">
            <summary>Pourquoi elle est proposée</summary>
            <ScoreBars reasons={reasons} />
          </details>
          {person.mayAsk ? (
            <LinkButton
              href={`/structure/contact/${person.reference}?offre=${offerId}`}
              look="secondary"
              icon="mail"
            >
              Demander à lui parler
            </LinkButton>
          ) : null}
        </div>
      }
    />
  )
}

/** The people proposed for an offer, best first, without contact: six, then the others. */
export function ProposedPeople({
  people,
  offerId,
  today,
}: Omit<Card, 'person'> & { people: ProposedPerson[] }) {
  const others = people.slice(SHOWN_FIRST)
  return (
    <div className="stack">
      <div className="people-grid">
        {people.slice(0, SHOWN_FIRST).map((person) => (
          <Person key={person.reference} person={person} offerId={offerId} today={today} />
        ))}
      </div>
      {others.length > 0 ? (
        <details className="details">
          <summary>Voir {countOf(others.length, 'autre personne', 'autres personnes')}</summary>
          <div className="people-grid">
            {others.map((person) => (
              <Person key={person.reference} person={person} offerId={offerId} today={today} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}
