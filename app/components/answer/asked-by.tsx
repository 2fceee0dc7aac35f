import { Notice } from '#app/components/ui/notice.tsx'

type Props = { asked: { organisationName: string; sentence: string | null }; isAgreed?: boolean }

/** Who asks for a word, in whose words, and what a yes lets them see, or has let them see. */
export function AskedBy({ asked: { organisationName, sentence }, isAgreed = false }: Props) {
  return (
    <Notice title={`${organisationName} aimerait vous parler`}>
      {sentence ? <blockquote className="said">{sentence}</blockquote> : null}
      {isAgreed ? (
        <p>
          Vous avez dit oui. Cette structure voit votre nom et de quoi vous joindre. Elle seule. Si vous dites
          non, elle ne les voit plus.
        </p>
      ) : (
        <p>
          Si vous dites « Ça m’intéresse », cette structure voit votre nom et de quoi vous joindre. Elle
          seule. Si vous dites non, elle ne voit rien.
        </p>
      )}
    </Notice>
  )
}
