import { AnonymousPersonCard } from '#app/components/match/anonymous-person-card.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { countOf, formatDay } from '#app/components/ui/format.ts'
import type { Reason } from '#app/domain/matching/explain.ts'

export type ProposedPerson = {
  matchId: string
  communeName: string
  distanceKm: number
  occupations: string[]
  skills: string[]
  licences: string[]
  availableFrom: string | null
  isInterested: boolean
  reasons: Reason[]
}

const SHOWN_FIRST = 5

/** "à Laon", "au Nouvion-en-Thiérache", "aux Autels", "à La Fère". */
const at = (communeName: string): string =>
  communeName.startsWith('Le ')
    ? `au ${communeName.slice(3)}`
    : communeName.startsWith('Les ')
      ? `aux ${communeName.slice(4)}`
      : `à ${communeName}`

const Person = ({ person, today }: { person: ProposedPerson; today: string }) => {
  const { availableFrom } = person
  const availability =
    availableFrom && availableFrom > today
      ? `disponible à partir du ${formatDay(availableFrom)}`
      : 'disponible tout de suite'
  return (
    <AnonymousPersonCard
      person={{ ...person, title: `Une personne ${at(person.communeName)}`, availability }}
      reasons={person.reasons}
      actions={
        person.isInterested ? (
          <Badge tone="ok" icon="check">
            Se dit intéressée
          </Badge>
        ) : null
      }
    />
  )
}

/** The people proposed for an offer, best first, without name or contact: five, then the others. */
export function ProposedPeople({ people, today }: { people: ProposedPerson[]; today: string }) {
  const others = people.slice(SHOWN_FIRST)
  return (
    <div className="stack">
      <div className="halves">
        {people.slice(0, SHOWN_FIRST).map((person) => (
          <Person key={person.matchId} person={person} today={today} />
        ))}
      </div>
      {others.length > 0 ? (
        <details className="details">
          <summary>Voir {countOf(others.length, 'autre personne', 'autres personnes')}</summary>
          <div className="halves">
            {others.map((person) => (
              <Person key={person.matchId} person={person} today={today} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}
