import { Section } from '#app/components/ui/section.tsx'
import type { Explanation } from '#app/domain/matching/explain-pair.ts'
import { profileQuestionPath } from '#app/domain/profile.questions.labels.ts'
import { ChangeLine } from './change-line.tsx'
import { MissingList } from './missing-list.tsx'
import { profilePart } from './profile-part.ts'
import { ScoreBars } from './score-bars.tsx'

type Props = {
  match: Pick<Explanation, 'reasons' | 'missing' | 'change'> & {
    mayApply: boolean
    /** The offer is reserved, and the person has told none of its situations. */
    isOutside: boolean
  }
}

/** Why an offer suits the person who reads it, what is missing, and what would open it. Nobody is refused by it. */
export function OwnMatch({ match: { reasons, missing, change, isOutside, mayApply } }: Props) {
  return (
    <Section title="Cette offre et vous" id="et-vous">
      <div className="card stack">
        <div className="stack-tight">
          <h3>Pourquoi cette offre</h3>
          <ScoreBars reasons={reasons} />
        </div>
        {missing.length > 0 ? (
          <div className="stack-tight">
            <h3>Ce qui manque</h3>
            <MissingList missing={missing} />
            {isOutside ? (
              <p>
                Vous êtes dans une de ces situations ?{' '}
                <a href={profileQuestionPath('situation')}>Dites votre situation</a>
              </p>
            ) : null}
          </div>
        ) : null}
        {change ? (
          <div className="stack-tight">
            <h3>Ce qui l’ouvrirait</h3>
            <ChangeLine change={change.words} href={profilePart(change.gate)} />
          </div>
        ) : null}
        {missing.length > 0 && mayApply ? (
          <p className="small muted">Vous pouvez postuler quand même. Une personne décide toujours.</p>
        ) : null}
      </div>
    </Section>
  )
}
