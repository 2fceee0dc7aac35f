import type { ReactNode } from 'react'
import { formatKm } from '#app/components/ui/format.ts'
import { Icon } from '#app/components/ui/icon.tsx'
import type { Reason } from '#app/domain/matching/explain.ts'
import { ScoreBars } from './score-bars.tsx'

export type AnonymousPerson = {
  /** "Une personne à Laon", or "Nadia B., à Laon" when she chose to be visible. */
  title: string
  distanceKm: number | null
  occupations: string[]
  skills: string[]
  licences: string[]
  /** "disponible tout de suite", "à partir du 3 juin". */
  availability: string | null
}

type Props = { person: AnonymousPerson; reasons?: Reason[]; actions?: ReactNode; headingLevel?: 2 | 3 }

/** A person as an organisation sees her or him: neither full name nor contact. */
export function AnonymousPersonCard({ person, reasons = [], actions, headingLevel = 3 }: Props) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  const facts = [person.distanceKm === null ? null : formatKm(person.distanceKm), person.availability]
  return (
    <article className="card person-card">
      <div className="person-head">
        <span className="person-figure">
          <Icon name="person" size={26} />
        </span>
        <div>
          <Heading>{person.title}</Heading>
          <p className="muted">{facts.filter(Boolean).join(', ')}</p>
        </div>
      </div>
      {person.occupations.length > 0 ? <p>{person.occupations.join(', ')}</p> : null}
      {person.skills.length + person.licences.length > 0 ? (
        <ul className="chips" aria-label="Savoir-faire et permis">
          {[...person.licences, ...person.skills].map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : null}
      {reasons.length > 0 ? <ScoreBars reasons={reasons} /> : null}
      {actions ? <div className="cluster">{actions}</div> : null}
    </article>
  )
}
