import { Notice } from '#app/components/ui/notice.tsx'

type Props = { sentences: string[]; href?: string | null; linkLabel?: string }

/** What keeps a profile or an offer from being matched, each in a sentence, and where to change it. Nothing when nothing does. */
export function HindranceNotice({ sentences, href, linkLabel = 'Modifier l’offre' }: Props) {
  if (sentences.length === 0) return null
  return (
    <Notice title="À vérifier">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {href ? (
        <p>
          <a href={href}>{linkLabel}</a>
        </p>
      ) : null}
    </Notice>
  )
}
