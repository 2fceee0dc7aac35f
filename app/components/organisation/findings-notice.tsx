import { Notice } from '#app/components/ui/notice.tsx'
import type { Finding } from '#app/domain/offer.flags.ts'

type Props = { findings: Finding[]; isDraft: boolean }

/** The passages that somebody will read again, what to write instead, and the rule. */
export function FindingsNotice({ findings, isDraft }: Props) {
  if (findings.length === 0) return null
  return (
    <Notice tone="danger" title={isDraft ? 'À revoir avant de publier' : 'Ce que nous relisons avec vous'}>
      <ul className="stack-tight">
        {findings.map(({ flag, excerpt, sentence, law }) => (
          <li key={`${flag} ${excerpt}`}>
            <q>{excerpt}</q>. {sentence} <span className="muted small">({law})</span>
          </li>
        ))}
      </ul>
      {isDraft ? <p>Sinon, une personne relira l’offre avant qu’elle soit en ligne.</p> : null}
    </Notice>
  )
}
