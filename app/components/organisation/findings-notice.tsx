import { Notice } from '#app/components/ui/notice.tsx'
import type { Finding, OfferFlag } from '#app/domain/offer.flags.ts'

type Props = { findings: Finding[]; isDraft: boolean }

const byFlag = (findings: Finding[]): Map<OfferFlag, Finding[]> => {
  const groups = new Map<OfferFlag, Finding[]>()
  for (const finding of findings) groups.set(finding.flag, [...(groups.get(finding.flag) ?? []), finding])
  return groups
}

/** The passages that somebody will read again, what to write instead, and the rule. */
export function FindingsNotice({ findings, isDraft }: Props) {
  if (findings.length === 0) return null
  return (
    <Notice tone="danger" title={isDraft ? 'À revoir avant de publier' : 'Ce que nous relisons avec vous'}>
      <ul className="stack-tight">
        {[...byFlag(findings)].map(([flag, group]) => (
          <li key={flag}>
            <strong>{group.map(({ excerpt }) => `«\u00a0${excerpt}\u00a0»`).join(', ')}</strong>
            <br />
            {group[0]?.sentence} <span className="muted small">({group[0]?.law})</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
