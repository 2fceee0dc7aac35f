import type { Reason } from '#app/domain/matching/explain.ts'

const points = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** "32,5": points with one decimal at most. */
export const formatPoints = (value: number): string => points.format(value)

type Props = {
  reasons: Reason[]
  /** Shows points and total: for those who curate. Without it, sentences and bars alone. */
  withPoints?: boolean
  /** The version of the scoring, shown with the total. */
  version?: string
}

/** The total of the reasons, 0–100, free of binary rounding. */
export const totalPoints = (reasons: Reason[]): number =>
  Math.round(reasons.reduce((sum, reason) => sum + reason.points * 10, 0)) / 10

/** Reasons with a bar each. Their points add up to the score. */
export function ScoreBars({ reasons, withPoints = false, version }: Props) {
  return (
    <div className="stack-tight">
      {withPoints ? (
        <p className="score-head">
          <span className="score-number">{formatPoints(totalPoints(reasons))}</span>
          <span className="muted">sur 100</span>
          {version ? <span className="muted small">méthode {version}</span> : null}
        </p>
      ) : null}
      <ul className="score-rows">
        {reasons.map((reason) => (
          <li key={reason.label} className="score-row">
            <span>
              <strong>{reason.label}.</strong> {reason.sentence}
            </span>
            {withPoints ? (
              <span className="score-points">
                {formatPoints(reason.points)} sur {formatPoints(reason.maxPoints)}
              </span>
            ) : null}
            <ScoreBar reason={reason} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const share = ({ points, maxPoints }: Reason): number => (maxPoints > 0 ? (100 * points) / maxPoints : 0)

/** One bar. Drawn rather than styled, so that it looks the same everywhere and on paper. */
function ScoreBar({ reason }: { reason: Reason }) {
  const said = `${formatPoints(reason.points)} points sur ${formatPoints(reason.maxPoints)}`
  return (
    <svg className="bar" role="img" aria-label={said} width="100%" height="8">
      <rect className="bar-track" width="100%" height="8" rx="4" />
      <rect className="bar-value" width={`${share(reason).toFixed(1)}%`} height="8" rx="4" />
    </svg>
  )
}
