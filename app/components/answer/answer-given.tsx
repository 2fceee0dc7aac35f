import { Notice } from '#app/components/ui/notice.tsx'
import type { LinkAnswer } from '#app/domain/answer-link.ts'

const GIVEN: Record<LinkAnswer, { title: string; next: string }> = {
  apply: {
    title: 'Vous avez postulé',
    next: 'La structure a votre candidature. Vous recevrez un message dès qu’elle répond.',
  },
  interested: {
    title: 'C’est noté : cette offre vous intéresse',
    next: 'Vous pouvez postuler maintenant, ou plus tard avec ce même lien.',
  },
  declined: {
    title: 'C’est noté : non merci',
    next: 'Cette offre ne vous sera plus proposée. Vous n’avez rien d’autre à faire.',
  },
  stop: {
    title: 'Vous ne recevrez plus de messages',
    next: 'Ni sur des offres, ni sur vos candidatures. Pour en recevoir de nouveau, connectez-vous puis ouvrez votre profil.',
  },
}

type Props = {
  page: {
    state: 'open' | 'used' | 'expired'
    answer: LinkAnswer | null
    isClosed: boolean
    asked: { organisationName: string; isAgreed: boolean } | null
  }
}

/** Where the answer stands: given, too late, or still asked. */
export function AnswerGiven({ page: { state, answer, isClosed, asked } }: Props) {
  if (state === 'used' && answer)
    return (
      <Notice tone="ok" title={GIVEN[answer].title} role="status">
        {asked?.isAgreed && answer === 'interested' ? (
          <p>{asked.organisationName} voit maintenant votre nom et de quoi vous joindre. Elle seule.</p>
        ) : null}
        <p>{GIVEN[answer].next}</p>
        <p>
          Vous avez changé d’avis ? <a href="/connexion?suite=/mes-offres">Connectez-vous</a> ou appelez-nous.
        </p>
      </Notice>
    )
  if (isClosed)
    return (
      <Notice title="Cette offre est fermée">
        <p>
          Elle ne prend plus de réponse. <a href="/offres">Voici les autres offres.</a>
        </p>
      </Notice>
    )
  if (state === 'expired')
    return (
      <Notice title="Ce lien est trop ancien pour répondre">
        <p>
          Connectez-vous pour <a href="/connexion?suite=/mes-offres">voir les offres pour vous</a>, ou
          appelez-nous.
        </p>
      </Notice>
    )
  return null
}
