import type { ReactNode } from 'react'
import { formatKm } from '#app/components/ui/format.ts'
import type { Reason } from '#app/domain/matching/explain.ts'
import { ChangeLine } from './change-line.tsx'
import { MissingList } from './missing-list.tsx'
import { formatPoints, ScoreBars, totalPoints } from './score-bars.tsx'

export type Proposal = {
  id: string
  profileId: string
  name: string
  communeName: string
  distanceKm: number
  occupations: string[]
  reasons: Reason[]
  missing: string[]
  /** The one change that would open the offer, in words. */
  change: string | null
  /** Its state in words, null while it waits for a decision. */
  stateLabel: string | null
  scoringVersion: string
}

type Props = { proposal: Proposal; actions: ReactNode; selected?: boolean }

/** One ranked proposal on the desk: score, person, why, what is missing, what to do. */
export function ProposalRow({ proposal, actions, selected = false }: Props) {
  const { id, profileId, name, communeName, distanceKm, occupations, reasons, missing, change, stateLabel } =
    proposal
  return (
    <li className="proposal" id={`proposition-${id}`} data-selected={selected} tabIndex={-1}>
      <p className="proposal-score">
        <span className="score-number">{formatPoints(totalPoints(reasons))}</span>
        <span className="muted small">
          <span className="visually-hidden">points </span>sur 100
        </span>
      </p>
      <div className="stack-tight">
        <h3>
          <a href={`/personnes/${profileId}`}>{name}</a>
        </h3>
        <p className="muted">
          {communeName}, {formatKm(distanceKm)}
          {occupations.length > 0 ? `. ${occupations.join(', ')}` : ''}
        </p>
        <MissingList missing={missing} />
        {change ? <ChangeLine change={change} /> : null}
        <details className="details">
          <summary>Pourquoi ce score</summary>
          <ScoreBars reasons={reasons} withPoints version={proposal.scoringVersion} />
        </details>
      </div>
      <div className="proposal-actions">
        {stateLabel ? <strong>{stateLabel}</strong> : null}
        {actions}
      </div>
    </li>
  )
}
